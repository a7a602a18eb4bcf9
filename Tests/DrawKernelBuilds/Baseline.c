#define BUILD baseline_
#define AWARDSIM_KERNEL
#include "Kernels.h"
