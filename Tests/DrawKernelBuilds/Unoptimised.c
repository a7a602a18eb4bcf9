#define BUILD unoptimised_
#define AWARDSIM_KERNEL
#pragma clang optimize off
#include "Kernels.h"
