#include "Kernel.h"

// The digits of words in the opposite order.
AWARDSIM_INLINE void reverse(uint32x8 *words) {
  uint32x8 digits = *words >> 16 | *words << 16;
  digits = (digits >> 8 & 0x00FF00FFu) | (digits & 0x00FF00FFu) << 8;
  digits = (digits >> 4 & 0x0F0F0F0Fu) | (digits & 0x0F0F0F0Fu) << 4;
  digits = (digits >> 2 & 0x33333333u) | (digits & 0x33333333u) << 2;
  *words = (digits >> 1 & 0x55555555u) | (digits & 0x55555555u) << 1;
}

// One round of the scramble; each step is one to one, and no digit acts on a lower one.
AWARDSIM_INLINE void scramble(const uint32x8 *sums, const uint32x8 *factors, uint32x8 *words) {
  uint32x8 digits = *words + *sums;
  digits *= *factors | 1;
  digits += 2 * digits * digits;
  *words = digits ^ digits * 0x05526C56u;
}

// The keys of the scrambles of some units in one dimension, at an index that no simulation reaches.
//
// As many lanes as there are randomisations: where those of the next ones repeat, the keys do.
enum { keyed = 32 };
struct keys {
  uint32_t a[keyed], b[keyed], c[keyed], d[keyed];
};

AWARDSIM_INLINE void fill_keys(
    uint64_t seed, uint32_t stream, const uint32_t *units, size_t count, uint32_t dimension,
    struct keys *keys) {
  for (size_t i = 0; i < count; i += width) {
    uint32x8 unit, eight;
    awardsim_load(units + i, count - i, &unit);
    uint64x8 a = (uint64x8){} + dimension, b = __builtin_convertvector(unit, uint64x8);
    uint64x8 c = (uint64x8){} + 0xFFFFFFFFu, d = (uint64x8){} + stream;
    awardsim_philox_lanes(seed, &a, &b, &c, &d);
    eight = __builtin_convertvector(a, uint32x8);
    memcpy(keys->a + i, &eight, sizeof eight);
    eight = __builtin_convertvector(b, uint32x8);
    memcpy(keys->b + i, &eight, sizeof eight);
    eight = __builtin_convertvector(c, uint32x8);
    memcpy(keys->c + i, &eight, sizeof eight);
    eight = __builtin_convertvector(d, uint32x8);
    memcpy(keys->d + i, &eight, sizeof eight);
  }
}

// The keys of the lanes from `first` on; those before it have been filled in.
AWARDSIM_INLINE size_t next_keys(
    uint64_t seed, uint32_t stream, const uint32_t *units, size_t count, size_t first,
    uint32_t dimension, struct keys *keys) {
  const size_t lanes = count - first < keyed ? count - first : keyed;
  if (first == 0 || memcmp(units + first, units + first - keyed, lanes * sizeof *units) != 0)
    fill_keys(seed, stream, units + first, lanes, dimension, keys);
  return lanes;
}

// The scramble of eight lanes.
AWARDSIM_INLINE void permute(const struct keys *keys, size_t lane, uint32x8 *digits) {
  uint32x8 a, b, c, d;
  memcpy(&a, keys->a + lane, sizeof a);
  memcpy(&b, keys->b + lane, sizeof b);
  memcpy(&c, keys->c + lane, sizeof c);
  memcpy(&d, keys->d + lane, sizeof d);
  reverse(digits);
  scramble(&a, &b, digits);
  scramble(&c, &d, digits);
  // The same words once more, their halves exchanged.
  a = a << 16 | a >> 16;
  b = b << 16 | b >> 16;
  scramble(&b, &a, digits);
  reverse(digits);
}

AWARDSIM_KERNEL
void awardsim_sobol_rows(
    uint64_t seed, uint32_t stream, const uint32_t *units, const uint32_t *places, size_t count,
    uint32_t first_dimension, size_t dimensions, const uint32_t *sums, uint32_t *restrict rows) {
  struct keys keys;
  for (size_t row = 0; row < dimensions; row++, rows += count) {
    const uint32_t dimension = first_dimension + (uint32_t)row;
    // The direction number of each binary digit of a place.
    uint32_t directions[32];
    for (size_t bit = 0; bit < 32; bit++)
      directions[bit] = sums[(size_t)dimension * 128 + bit / 4 * 16 + ((size_t)1 << bit % 4)];
    for (size_t first = 0; first < count; first += keyed) {
      const size_t lanes = next_keys(seed, stream, units, count, first, dimension, &keys);
      for (size_t lane = 0; lane < lanes; lane += width) {
        uint32x8 place, digits = {};
        awardsim_load(places + first + lane, lanes - lane, &place);
#pragma unroll
        for (int bit = 0; bit < 32; bit++)
          digits ^= (uint32x8)((int32x8)(place << (31 - bit)) >> 31) & directions[bit];
        permute(&keys, lane, &digits);
        awardsim_store(&digits, lanes - lane, rows + first + lane);
      }
    }
  }
}

AWARDSIM_KERNEL
void awardsim_sobol_places(
    uint64_t seed, uint32_t stream, const uint32_t *units, const uint32_t *indices, size_t count,
    uint32_t *restrict places) {
  struct keys keys;
  for (size_t first = 0; first < count; first += keyed) {
    const size_t lanes = next_keys(seed, stream, units, count, first, 0xFFFFFFFFu, &keys);
    for (size_t lane = 0; lane < lanes; lane += width) {
      uint32x8 digits;
      awardsim_load(indices + first + lane, lanes - lane, &digits);
      permute(&keys, lane, &digits);
      awardsim_store(&digits, lanes - lane, places + first + lane);
    }
  }
}
