#include "Kernel.h"

// The digits of a word in the opposite order.
AWARDSIM_INLINE uint32_t reversed(uint32_t digits) {
  digits = digits >> 16 | digits << 16;
  digits = (digits >> 8 & 0x00FF00FFu) | (digits & 0x00FF00FFu) << 8;
  digits = (digits >> 4 & 0x0F0F0F0Fu) | (digits & 0x0F0F0F0Fu) << 4;
  digits = (digits >> 2 & 0x33333333u) | (digits & 0x33333333u) << 2;
  return (digits >> 1 & 0x55555555u) | (digits & 0x55555555u) << 1;
}

// One round of the scramble; each step is one to one, and no digit acts on a lower one.
AWARDSIM_INLINE uint32_t scrambled(uint32_t digits, uint32_t sum, uint32_t factor) {
  digits += sum;
  digits *= factor | 1;
  digits += 2 * digits * digits;
  return digits ^ digits * 0x05526C56u;
}

// The scramble of a unit's dimension, by a key at an index that no simulation reaches.
AWARDSIM_INLINE uint32_t permuted(
    uint64_t seed, uint32_t stream, uint32_t unit, uint32_t dimension, uint32_t digits) {
  uint32_t a = dimension, b = unit, c = 0xFFFFFFFFu, d = stream;
  awardsim_philox(seed, &a, &b, &c, &d);
  digits = reversed(digits);
  digits = scrambled(digits, a, b);
  digits = scrambled(digits, c, d);
  // The same words once more, their halves exchanged.
  digits = scrambled(digits, b << 16 | b >> 16, a << 16 | a >> 16);
  return reversed(digits);
}

AWARDSIM_KERNEL
void awardsim_sobol_rows(
    uint64_t seed, uint32_t stream, const uint32_t *units, const uint32_t *places, size_t count,
    uint32_t first_dimension, size_t dimensions, const uint32_t *sums, uint32_t *restrict rows) {
  for (size_t row = 0; row < dimensions; row++, rows += count) {
    const uint32_t dimension = first_dimension + (uint32_t)row;
    // The direction number of each binary digit of a place.
    uint32_t directions[32];
    for (size_t bit = 0; bit < 32; bit++)
      directions[bit] = sums[(size_t)dimension * 128 + bit / 4 * 16 + ((size_t)1 << bit % 4)];
    for (size_t i = 0; i < count; i++) {
      uint32_t digits = 0;
      for (int bit = 0; bit < 32; bit++)
        digits ^= (uint32_t)((int32_t)(places[i] << (31 - bit)) >> 31) & directions[bit];
      rows[i] = permuted(seed, stream, units[i], dimension, digits);
    }
  }
}

AWARDSIM_KERNEL
void awardsim_sobol_places(
    uint64_t seed, uint32_t stream, const uint32_t *units, const uint32_t *indices, size_t count,
    uint32_t *restrict places) {
  for (size_t i = 0; i < count; i++)
    places[i] = permuted(seed, stream, units[i], 0xFFFFFFFFu, indices[i]);
}
