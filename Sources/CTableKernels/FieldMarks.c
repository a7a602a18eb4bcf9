#include "Kernel.h"

typedef int8_t awardsim_bytes __attribute__((ext_vector_type(64)));
typedef _Bool awardsim_bits __attribute__((ext_vector_type(64)));

// A bit for each of 64 bytes that is a mark, the first byte's lowest.
AWARDSIM_INLINE uint64_t marked(const uint8_t *text) {
  awardsim_bytes bytes;
  memcpy(&bytes, text, sizeof bytes);
  // One more than a delete or a byte beyond ASCII is below 0, but for the last byte, which is then 0.
  awardsim_bytes more = bytes + 1;
  awardsim_bits bits = __builtin_convertvector(
      (more < 0x21) | (bytes == ',') | (bytes == '"'), awardsim_bits);
  uint64_t word;
  memcpy(&word, &bits, sizeof word);
  return word;
}

AWARDSIM_KERNEL
size_t awardsim_mark_fields(
    const uint8_t *text, size_t start, size_t end, uint32_t *marks, size_t room, size_t *reached) {
  const uint64_t highest = (uint64_t)1 << 63;
  size_t count = 0;
  while (start < end && count + 64 <= room) {
    uint64_t word = marked(text + start);
    size_t length = end - start;
    if (length < 64) word &= ((uint64_t)1 << length) - 1;
    size_t next = count + (size_t)__builtin_popcountll(word);
    // Places behind the last one are written as well, and over by the next ones: fewer branches.
    while (word != 0) {
      for (int i = 0; i < 4; i++) {
        // Where no bit is left the highest one stands in.
        marks[count + i] = (uint32_t)(start + (size_t)__builtin_ctzll(word | highest));
        word &= word - 1;
      }
      count += 4;
    }
    count = next;
    start += length < 64 ? length : 64;
  }
  *reached = start;
  return count;
}
