// What all kernels share.
#pragma once
#include "CDrawKernels.h"
#include <string.h>

// One function for each level of x86-64, chosen when the program is loaded; elsewhere the plain one.
// Without contraction all of them round alike. Tests build the plain one by a definition of their own.
#if defined(AWARDSIM_KERNEL)
#elif defined(__x86_64__) && defined(__GLIBC__) && defined(__clang__)
#define AWARDSIM_KERNEL \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define AWARDSIM_KERNEL
#endif
#define AWARDSIM_INLINE static inline __attribute__((always_inline))

#pragma STDC FP_CONTRACT OFF

// Eight lanes at a time; halves of 64-bit numbers are lanes of 32 bits as well.
enum { width = 8 };
typedef int32_t int32x8 __attribute__((vector_size(4 * width)));
typedef uint32_t uint32x8 __attribute__((vector_size(4 * width)));
typedef uint64_t uint64x4 __attribute__((vector_size(4 * width)));
typedef int64_t int64x8 __attribute__((vector_size(8 * width)));
typedef uint64_t uint64x8 __attribute__((vector_size(8 * width)));
typedef double doublex8 __attribute__((vector_size(8 * width)));

// The next eight numbers, or as many as are left with zeros behind them; without a call, before which
// everything at hand would have to be put away.
AWARDSIM_INLINE void awardsim_load(const void *numbers, size_t left, uint32x8 *eight) {
  if (left >= width) {
    memcpy(eight, numbers, sizeof *eight);
    return;
  }
  const uint32_t *some = numbers;
  uint32x8 loaded = {};
#pragma unroll
  for (size_t i = 0; i < width - 1; i++)
    if (i < left) loaded[i] = some[i];
  *eight = loaded;
}

AWARDSIM_INLINE void awardsim_store(const uint32x8 *eight, size_t left, void *numbers) {
  if (left >= width) {
    memcpy(numbers, eight, sizeof *eight);
    return;
  }
  uint32_t *some = numbers;
#pragma unroll
  for (size_t i = 0; i < width - 1; i++)
    if (i < left) some[i] = (*eight)[i];
}

// The upper halves of eight products, without a shuffle.
AWARDSIM_INLINE void awardsim_high(const uint32x8 *left, const uint32x8 *right, uint32x8 *high) {
  const uint64x4 x = (uint64x4)*left, y = (uint64x4)*right;
  const uint64x4 even = (x & 0xFFFFFFFFu) * (y & 0xFFFFFFFFu), odd = (x >> 32) * (y >> 32);
  *high = (uint32x8)(even >> 32 | (odd & 0xFFFFFFFF00000000u));
}

// A 32-bit hash that no input bit leaves as it is: the finaliser of MurmurHash3 (Appleby).
AWARDSIM_INLINE uint32_t awardsim_mixed(uint32_t word) {
  word ^= word >> 16;
  word *= 0x85EBCA6Bu;
  word ^= word >> 13;
  word *= 0xC2B2AE35u;
  return word ^ word >> 16;
}

// A whole number below 2⁵² as a double, without the conversion that AVX2 lacks.
AWARDSIM_INLINE double awardsim_double(uint64_t number) {
  uint64_t bits = number | 0x4330000000000000u;
  double value;
  memcpy(&value, &bits, sizeof value);
  return value - 0x1p52;
}

// A quotient, rounded down, of a number below 2⁵⁰ by a divisor from 2 to 2³¹ with its reciprocal: the
// guess is the quotient or one more.
AWARDSIM_INLINE int64_t awardsim_quotient(uint64_t number, uint32_t divisor, double reciprocal) {
  double guess = awardsim_double(number) * reciprocal + 0x1p52;
  uint64_t bits;
  memcpy(&bits, &guess, sizeof bits);
  uint64_t quotient = bits & 0xFFFFFFFFFFFFFu;
  uint64_t high = quotient >> 32;
  uint64_t product = (quotient & 0xFFFFFFFFu) * divisor + ((high * divisor) << 32);
  int64_t rest = (int64_t)(number - product);
  return (int64_t)quotient - (rest < 0);
}

// Philox4x32-10 (Salmon, Moraes, Dror and Shaw, 2011), in place.
AWARDSIM_INLINE void awardsim_philox(
    uint64_t seed, uint32_t *word0, uint32_t *word1, uint32_t *word2, uint32_t *word3) {
  uint32_t key0 = (uint32_t)seed, key1 = (uint32_t)(seed >> 32);
  uint32_t a = *word0, b = *word1, c = *word2, d = *word3;
  for (int round = 0; round < 10; round++) {
    uint64_t first = (uint64_t)a * 0xD2511F53u, second = (uint64_t)c * 0xCD9E8D57u;
    a = (uint32_t)(second >> 32) ^ b ^ key0;
    b = (uint32_t)second;
    c = (uint32_t)(first >> 32) ^ d ^ key1;
    d = (uint32_t)first;
    key0 += 0x9E3779B9u;
    key1 += 0xBB67AE85u;
  }
  *word0 = a, *word1 = b, *word2 = c, *word3 = d;
}

// The same of eight lanes, each word in the lower half of 64 bits: what is above it does not count.
AWARDSIM_INLINE void awardsim_philox_lanes(
    uint64_t seed, uint64x8 *word0, uint64x8 *word1, uint64x8 *word2, uint64x8 *word3) {
  uint32_t key0 = (uint32_t)seed, key1 = (uint32_t)(seed >> 32);
  uint64x8 a = *word0, b = *word1, c = *word2, d = *word3;
#pragma unroll
  for (int round = 0; round < 10; round++) {
    const uint64x8 first = (a & 0xFFFFFFFFu) * 0xD2511F53u, second = (c & 0xFFFFFFFFu) * 0xCD9E8D57u;
    a = second >> 32 ^ b ^ (uint64_t)key0;
    b = second;
    c = first >> 32 ^ d ^ (uint64_t)key1;
    d = first;
    key0 += 0x9E3779B9u;
    key1 += 0xBB67AE85u;
  }
  *word0 = a, *word1 = b, *word2 = c, *word3 = d;
}
