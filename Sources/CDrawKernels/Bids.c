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
void awardsim_listed_parts(
    const int64_t *list, size_t length, const uint32_t *words, size_t count,
    int32_t *restrict parts) {
  for (size_t i = 0; i < count; i++)
    parts[i] = (int32_t)list[((uint64_t)words[i] * (uint32_t)length) >> 32];
}

AWARDSIM_KERNEL
void awardsim_tabulated_parts(
    const uint64_t *classes, const uint32_t *words, size_t count, int32_t *restrict parts) {
  for (size_t i = 0; i < count; i += width) {
    uint32x8 word;
    awardsim_load(words + i, count - i, &word);
    const uint32x8 side = (uint32x8)((int32x8)word >> 31);
    const uint32x8 distance = word ^ side;
    // A float has the width of a number and its first digits in its upper bits. It may be rounded up,
    // but no further than to the digit that is cleared here.
    const int32x8 lead = (int32x8)(distance & ~(distance >> 8));
    typedef float floatx8 __attribute__((vector_size(4 * width)));
    const floatx8 real = __builtin_convertvector(lead, floatx8);
    // 0 is the class 0; a number of so many digits has that many times 64.
    const int32x8 digits = (int32x8)((uint32x8)real >> 17) - 126 * 64;
    const int32x8 class = digits & (digits > 0);
    const uint32x8 index = (uint32x8)class + (side & 2048);
    const int32x8 shift = 38 - (class >> 6);
    const int32x8 is_within = shift < 31;
    // The digits that follow those of the class, as a part of 2³¹.
    const uint32x8 part =
        distance << (uint32x8)((is_within & shift) | (~is_within & 31)) & 0x7FFFFFFFu;
    uint32_t places[width];
    uint64_t found[width];
    memcpy(places, &index, sizeof places);
    for (int k = 0; k < width; k++) found[k] = classes[places[k]];
    uint64x8 entry;
    memcpy(&entry, found, sizeof entry);
    const int64x8 rise = __builtin_convertvector(
        __builtin_convertvector((int64x8)entry >> 32, int32x8), int64x8);
    const int64x8 risen = rise * __builtin_convertvector((int32x8)part, int64x8);
    const uint32x8 number = __builtin_convertvector(entry + ((uint64x8)risen >> 31), uint32x8);
    awardsim_store(&number, count - i, parts + i);
  }
}

// A stretch between two points, the same in eight lanes.
struct stretch {
  uint32_t position;
  uint32_t number;
  uint32_t rise;
  // One less than its width.
  uint32_t reach;
  // Rise · 2^shift / width, rounded down.
  uint32_t scale;
  uint32_t shift;
};

AWARDSIM_INLINE struct stretch stretch_between(
    const int64_t *positions, const int64_t *numbers, size_t i) {
  const uint64_t width_of = (uint64_t)(positions[i + 1] - positions[i]);
  struct stretch own = {
      .position = (uint32_t)positions[i],
      .number = (uint32_t)numbers[i],
      .rise = (uint32_t)(numbers[i + 1] - numbers[i]),
  };
  // No word is in a stretch without width.
  if (width_of == 0) return own;
  own.reach = (uint32_t)(width_of - 1);
  while ((uint64_t)1 << own.shift < width_of) own.shift++;
  own.scale = (uint32_t)(((uint64_t)own.rise << own.shift) / width_of);
  return own;
}

AWARDSIM_KERNEL
void awardsim_pointed_parts(
    const int64_t *positions, const int64_t *numbers, size_t points, const uint32_t *words,
    size_t count, int32_t *restrict parts) {
  enum { most = AWARDSIM_POINTS - 1 };
  struct stretch stretches[most];
  // Where more than one point is beyond all words, none is between them.
  size_t stretch_count = 0;
  for (; stretch_count < most && stretch_count + 1 < points; stretch_count++) {
    if (positions[stretch_count] > UINT32_MAX) break;
    stretches[stretch_count] = stretch_between(positions, numbers, stretch_count);
  }
  for (size_t i = 0; i < count; i += width) {
    uint32x8 word;
    awardsim_load(words + i, count - i, &word);
    uint32x8 start = (uint32x8){} + stretches[0].number, from = {};
    uint32x8 rise = (uint32x8){} + stretches[0].rise, reach = (uint32x8){} + stretches[0].reach;
    uint32x8 scale = (uint32x8){} + stretches[0].scale, shift = (uint32x8){} + stretches[0].shift;
    for (size_t next = 1; next < stretch_count; next++) {
      const struct stretch *own = &stretches[next];
      const uint32x8 is_in = (uint32x8)(word >= own->position);
      from = (is_in & own->position) | (~is_in & from);
      start = (is_in & own->number) | (~is_in & start);
      rise = (is_in & own->rise) | (~is_in & rise);
      reach = (is_in & own->reach) | (~is_in & reach);
      scale = (is_in & own->scale) | (~is_in & scale);
      shift = (is_in & own->shift) | (~is_in & shift);
    }
    const uint64x8 offset = __builtin_convertvector(word - from, uint64x8);
    const uint64x8 wide_reach = __builtin_convertvector(reach, uint64x8);
    // The quotient or one less.
    const uint64x8 quotient = offset * __builtin_convertvector(scale, uint64x8) >>
                              __builtin_convertvector(shift, uint64x8);
    const uint64x8 rest = offset * __builtin_convertvector(rise, uint64x8) -
                          (quotient & 0xFFFFFFFFu) * wide_reach - quotient;
    const uint64x8 is_more = (uint64x8)((int64x8)rest > (int64x8)wide_reach);
    const uint32x8 number = start + __builtin_convertvector(quotient - is_more, uint32x8);
    awardsim_store(&number, count - i, parts + i);
  }
}

AWARDSIM_KERNEL
void awardsim_clamp(const int64_t *numbers, size_t count, int32_t *restrict parts) {
  for (size_t i = 0; i < count; i++)
    parts[i] = (int32_t)(numbers[i] < INT32_MAX ? numbers[i] : INT32_MAX);
}

AWARDSIM_KERNEL
void awardsim_mark(
    const uint32_t *words, uint64_t from, uint64_t end, size_t count, int32_t mark,
    int32_t *restrict parts) {
  if (from >= end) return;
  const uint32_t first = (uint32_t)from, last = (uint32_t)(end - 1);
  for (size_t i = 0; i < count; i++)
    parts[i] = words[i] >= first && words[i] <= last ? mark : parts[i];
}

AWARDSIM_KERNEL
void awardsim_lots(const uint32_t *words, size_t count, uint32_t *restrict lots) {
  for (size_t i = 0; i < count; i++) lots[i] = awardsim_mixed(words[i]) >> 8;
}
