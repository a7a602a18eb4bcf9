#include "Kernel.h"

typedef int32_t eight __attribute__((ext_vector_type(8)));
typedef int32_t loose_eight __attribute__((ext_vector_type(8), aligned(4), may_alias));

// Macros, since a function that takes vectors differs between processors.
#define LOADED(numbers) (*(const loose_eight *)(numbers))
#define CHOSEN(mask, number, other) \
  (((mask) & (eight)(int32_t)(number)) | (~(mask) & (other)))
// A mask of the lanes before the end of a lot.
#define PRESENT(first, count) \
  ((eight){0, 1, 2, 3, 4, 5, 6, 7} < (eight)(int32_t)((count) - (first)))

AWARDSIM_INLINE int32_t sum(const int32_t *lanes) {
  int32_t total = 0;
  for (int lane = 0; lane < 8; lane++) total += lanes[lane];
  return total;
}

AWARDSIM_KERNEL
int64_t awardsim_rank_lot(
    const int64_t *prices, size_t count, int64_t reserve, awardsim_lot *lot) {
  if (count > AWARDSIM_MOST_BIDS) return -1;
  int64_t valid = 0, widest = 0;
  for (size_t i = 0; i < count; i++) {
    const int64_t price = prices[i], margin = reserve - price;
    const int is_valid = (price > 0) & (margin >= 0);
    valid += is_valid;
    widest |= is_valid ? margin : 0;
    lot->margins[i] = is_valid ? (int32_t)margin : price > 0 ? -1 : -2;
  }
  if (widest > INT32_MAX) return -1;
  for (size_t i = count; i % 8 != 0; i++) lot->margins[i] = -2;
  for (size_t first = 0; first < count; first += 8) {
    // Lanes behind the last bid are compared with, and ranked for nothing.
    const eight own = LOADED(lot->margins + first);
    eight ranks = 1;
    // A lower price has the wider margin.
    for (size_t other = 0; other < count; other++) ranks -= (eight)lot->margins[other] > own;
    memcpy(lot->ranks + first, &ranks, sizeof ranks);
  }
  return valid;
}

AWARDSIM_KERNEL
int64_t awardsim_covered_bids(
    const awardsim_lot *lot, size_t count, int32_t cutoff, int32_t *last_rank) {
  eight counts = 0, last = 0;
  for (size_t first = 0; first < count; first += 8) {
    const eight ranks = LOADED(lot->ranks + first);
    const eight is_covered =
        (LOADED(lot->margins + first) >= 0) & (ranks <= cutoff) & PRESENT(first, count);
    counts -= is_covered;
    const eight own = is_covered & ranks, is_higher = own > last;
    last = (is_higher & own) | (~is_higher & last);
  }
  int32_t highest = 0;
  for (int lane = 0; lane < 8; lane++) highest = last[lane] > highest ? last[lane] : highest;
  *last_rank = highest;
  int32_t own_counts[8];
  memcpy(own_counts, &counts, sizeof own_counts);
  return sum(own_counts);
}

AWARDSIM_KERNEL
void awardsim_judge_lot(
    const awardsim_lot *lot, size_t count, const awardsim_cut *cut, uint32_t *verdicts) {
  for (size_t first = 0; first < count; first += 8) {
    const eight ranks = LOADED(lot->ranks + first), margins = LOADED(lot->margins + first);
    eight kinds = (int32_t)cut->within;
    kinds = CHOSEN(ranks == cut->tied_rank, cut->tied, kinds);
    kinds = CHOSEN(ranks > cut->cutoff, cut->beyond, kinds);
    kinds -= margins > cut->total_margin;
    kinds -= (margins > cut->item_margin) * 2;
    eight words = (ranks << (eight)(int32_t)cut->rank_shift) | kinds;
    words = CHOSEN(margins == -1, cut->above, words);
    words = CHOSEN(margins == -2, cut->disqualified, words);
    if (count - first >= 8) {
      memcpy(verdicts + first, &words, sizeof words);
    } else {
      uint32_t own[8];
      memcpy(own, &words, sizeof own);
      for (size_t lane = 0; lane < count - first; lane++) verdicts[first + lane] = own[lane];
    }
  }
}

AWARDSIM_KERNEL
int awardsim_has_equal(const uint32_t *numbers, size_t count) {
  if (count > AWARDSIM_MOST_BIDS) count = AWARDSIM_MOST_BIDS;
  int32_t own[AWARDSIM_MOST_BIDS];
  for (size_t i = 0; i < count; i++) own[i] = (int32_t)numbers[i];
  for (size_t i = count; i % 8 != 0; i++) own[i] = 0;
  eight pairs = 0;
  for (size_t first = 0; first < count; first += 8) {
    const eight lanes = LOADED(own + first), mask = PRESENT(first, count);
    for (size_t other = 0; other < count; other++) pairs -= (lanes == (eight)own[other]) & mask;
  }
  // Each is equal to itself.
  int32_t own_pairs[8];
  memcpy(own_pairs, &pairs, sizeof own_pairs);
  return sum(own_pairs) != (int32_t)count;
}
