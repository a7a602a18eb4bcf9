#define BUILD cloned_
#include "Kernels.h"
