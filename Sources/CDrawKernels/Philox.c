#include "Kernel.h"

AWARDSIM_KERNEL
void awardsim_philox_rows(
    uint64_t seed, uint32_t stream, uint32_t unit, const uint32_t *draws, size_t lanes,
    uint32_t first_slot, size_t slots, uint32_t *restrict rows) {
  for (size_t i = 0; i < slots; i++, rows += 4 * lanes) {
    for (size_t lane = 0; lane < lanes; lane++) {
      uint32_t a = first_slot + 4 * (uint32_t)i, b = unit, c = draws[lane], d = stream;
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
  for (size_t place = 0; place < count; place++) {
    uint32_t a = slots[place] + slot, b = unit, c = draws[place], d = stream;
    awardsim_philox(seed, &a, &b, &c, &d);
    words[4 * place] = a;
    words[4 * place + 1] = b;
    words[4 * place + 2] = c;
    words[4 * place + 3] = d;
  }
}
