// What all kernels share.
#pragma once
#include "CTableKernels.h"
#include <string.h>

// One function for each level of x86-64, chosen when the program is loaded; elsewhere the plain one.
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__clang__)
#define AWARDSIM_KERNEL \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define AWARDSIM_KERNEL
#endif
#define AWARDSIM_INLINE static inline __attribute__((always_inline))
