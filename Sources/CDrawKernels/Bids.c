#include "Kernel.h"

// Tries of a vendor that may be taken already before those left are gone through one by one.
enum { tries = 8 };

void awardsim_pick_candidates(
    const uint32_t *words, const int32_t *counts, size_t lanes, size_t places,
    const uint32_t *thresholds, const uint32_t *aliases, const int64_t *weights, uint32_t candidates,
    int64_t total, uint32_t *taken, uint32_t stamp, int32_t *picked) {
  memset(picked, 0, lanes * places * sizeof *picked);
  for (size_t lane = 0; lane < lanes; lane++, stamp++) {
    const uint32_t count = (uint32_t)counts[lane];
    // Where all of them bid, which is drawn first makes no difference.
    for (uint32_t place = 0; count == candidates && place < count; place++)
      picked[place * lanes + lane] = (int32_t)place;
    int64_t left = total;
    for (uint32_t place = 0; count < candidates && place < count; place++) {
      const uint32_t own = words[place * lanes + lane];
      uint32_t candidate = 0, word = own, number = 0;
      for (; number < tries; number++, word = awardsim_mixed(own + number * 0x9E3779B9u)) {
        const uint64_t product = (uint64_t)word * candidates;
        const uint32_t class = (uint32_t)(product >> 32);
        candidate = (uint32_t)product < thresholds[class] ? class : aliases[class];
        if (taken[candidate] != stamp) break;
      }
      if (number == tries) {
        int64_t target = (int64_t)(((unsigned __int128)word * (uint64_t)left) >> 32);
        for (candidate = 0; candidate < candidates - 1; candidate++) {
          if (taken[candidate] == stamp) continue;
          target -= weights[candidate];
          if (target < 0) break;
        }
      }
      taken[candidate] = stamp;
      left -= weights[candidate];
      picked[place * lanes + lane] = (int32_t)candidate;
    }
  }
}

AWARDSIM_KERNEL
void awardsim_listed_numbers(
    const int64_t *list, size_t length, const uint32_t *words, size_t count,
    int64_t *restrict numbers) {
  for (size_t i = 0; i < count; i++) {
    numbers[i] = list[((uint64_t)words[i] * (uint32_t)length) >> 32];
  }
}

AWARDSIM_KERNEL
void awardsim_tabulated_numbers(
    const int64_t *lower, const int64_t *upper, const uint32_t *words, size_t count,
    int64_t *restrict numbers) {
  for (size_t i = 0; i < count; i++) {
    uint32_t word = words[i];
    const int64_t *table = word >> 31 ? upper : lower;
    uint32_t distance = word >> 31 ? ~word : word;
    uint32_t width = 32 - (uint32_t)__builtin_clz(distance | 1);
    uint32_t octave = width > 7 ? width - 7 : 0;
    uint32_t index = (octave << 6) + (distance >> octave);
    int64_t offset = distance & ((1u << octave) - 1);
    int64_t start = table[index];
    numbers[i] = start + (((table[index + 1] - start) * offset) >> octave);
  }
}

AWARDSIM_KERNEL
void awardsim_mark(
    const uint32_t *words, uint64_t from, uint64_t end, size_t count, int64_t mark,
    int64_t *restrict numbers) {
  for (size_t i = 0; i < count; i++) {
    numbers[i] = words[i] >= from && words[i] < end ? mark : numbers[i];
  }
}

AWARDSIM_KERNEL
void awardsim_lots(const uint32_t *words, size_t count, uint32_t *restrict lots) {
  for (size_t i = 0; i < count; i++) lots[i] = awardsim_mixed(words[i]) >> 8;
}
