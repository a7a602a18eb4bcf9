#include "Kernel.h"

// Stores the words of eight lanes.
AWARDSIM_INLINE void store_words(const uint64x8 *words, uint32_t *row) {
  const uint32x8 eight = __builtin_convertvector(*words, uint32x8);
  memcpy(row, &eight, sizeof eight);
}

AWARDSIM_KERNEL
void awardsim_philox_rows(
    uint64_t seed, uint32_t stream, uint32_t unit, const uint32_t *draws, size_t lanes,
    uint32_t first_slot, size_t slots, uint32_t *restrict rows) {
  for (size_t i = 0; i < slots; i++, rows += 4 * lanes) {
    const uint32_t slot = first_slot + 4 * (uint32_t)i;
    size_t lane = 0;
    for (; lane + width <= lanes; lane += width) {
      uint32x8 draw;
      memcpy(&draw, draws + lane, sizeof draw);
      uint64x8 a = (uint64x8){} + slot, b = (uint64x8){} + unit;
      uint64x8 c = __builtin_convertvector(draw, uint64x8), d = (uint64x8){} + stream;
      awardsim_philox_lanes(seed, &a, &b, &c, &d);
      store_words(&a, rows + lane);
      store_words(&b, rows + lanes + lane);
      store_words(&c, rows + 2 * lanes + lane);
      store_words(&d, rows + 3 * lanes + lane);
    }
    for (; lane < lanes; lane++) {
      uint32_t a = slot, b = unit, c = draws[lane], d = stream;
      awardsim_philox(seed, &a, &b, &c, &d);
      rows[lane] = a;
      rows[lanes + lane] = b;
      rows[2 * lanes + lane] = c;
      rows[3 * lanes + lane] = d;
    }
  }
}

AWARDSIM_KERNEL
void awardsim_philox_blocks(
    uint64_t seed, uint32_t stream, uint32_t unit, const uint32_t *draws, const uint32_t *slots,
    size_t count, uint32_t slot, uint32_t *restrict words) {
  for (size_t place = 0; place < count; place += width) {
    uint32x8 own_slots, own_draws;
    awardsim_load(slots + place, count - place, &own_slots);
    awardsim_load(draws + place, count - place, &own_draws);
    uint64x8 a = __builtin_convertvector(own_slots + slot, uint64x8), b = (uint64x8){} + unit;
    uint64x8 c = __builtin_convertvector(own_draws, uint64x8), d = (uint64x8){} + stream;
    awardsim_philox_lanes(seed, &a, &b, &c, &d);
    // The four words of a place lie together.
    const uint64x8 front = (a & 0xFFFFFFFFu) | b << 32, back = (c & 0xFFFFFFFFu) | d << 32;
    const uint64x8 pairs[2] = {
        __builtin_shufflevector(front, back, 0, 8, 1, 9, 2, 10, 3, 11),
        __builtin_shufflevector(front, back, 4, 12, 5, 13, 6, 14, 7, 15)};
    const size_t left = count - place;
    if (left >= width) {
      memcpy(words + 4 * place, pairs, sizeof pairs);
    } else {
      memcpy(words + 4 * place, pairs, 4 * left * sizeof *words);
    }
  }
}
