#include "Kernel.h"

// A tie across the cutoff: by lot, all in, all out.
enum { by_lot, all_in, all_out };

// The bids of a lane that win where those on either side of the cutoff are equal.
AWARDSIM_INLINE int32_t settled(
    int32_t cutoff, int32_t valid, const int32_t *prices, size_t lanes, int tie) {
  const int32_t last = prices[(size_t)(cutoff - 1) * lanes];
  if (prices[(size_t)cutoff * lanes] != last) return cutoff;
  int32_t end = cutoff;
  if (tie == all_in) {
    while (end < valid && prices[(size_t)end * lanes] == last) end++;
  } else {
    while (end > 0 && prices[(size_t)(end - 1) * lanes] == last) end--;
  }
  return end;
}

AWARDSIM_KERNEL
void awardsim_count_winners(
    const int32_t *valid, const int32_t *counted, const int32_t *share_counts, int32_t minimum,
    int tie, const int32_t *prices, size_t lanes, int32_t *restrict winners) {
  for (size_t lane = 0; lane < lanes; lane++) {
    int32_t count = share_counts[counted[lane]];
    count = count > minimum ? count : minimum;
    winners[lane] = count < valid[lane] ? count : valid[lane];
  }
  for (size_t lane = 0; tie != by_lot && lane < lanes; lane++) {
    if (winners[lane] > 0 && winners[lane] < valid[lane])
      winners[lane] = settled(winners[lane], valid[lane], prices + lane, lanes, tie);
  }
}

AWARDSIM_KERNEL
void awardsim_sum_winners(
    const int32_t *prices, const int32_t *winners, size_t lanes, size_t places,
    int matches_lowest, int64_t *restrict awarded) {
  for (size_t lane = 0; lane < lanes; lane += width) {
    const size_t left = lanes - lane;
    uint32x8 count, price;
    awardsim_load(winners + lane, left, &count);
    // Lanes in even places and those in odd ones.
    uint64x4 sums[2] = {};
    for (size_t place = 0; place < places; place++) {
      awardsim_load(prices + (matches_lowest ? 0 : place * lanes) + lane, left, &price);
      const uint64x4 kept = (uint64x4)(price & (uint32x8)((int32x8)count > (int32_t)place));
      sums[0] += kept & 0xFFFFFFFFu;
      sums[1] += kept >> 32;
    }
    for (size_t i = 0; i < width && i < left; i++)
      awarded[lane + i] = (int64_t)sums[i % 2][i / 2];
  }
}

// A price is kept in the first place whose own is lower, which moves on.
AWARDSIM_INLINE void keep_highest(const uint32x8 *prices, int32_t most, int32x8 *highest) {
  int32x8 price = (int32x8)*prices;
  for (int32_t i = 0; i < most; i++) {
    const int32x8 lower = __builtin_elementwise_min(highest[i], price);
    highest[i] = __builtin_elementwise_max(highest[i], price);
    price = lower;
  }
}

AWARDSIM_KERNEL
void awardsim_sum_lowest(
    const int32_t *prices, const int32_t *valid, const int32_t *winners, size_t lanes,
    size_t places, int32_t most_dropped, int64_t *restrict awarded) {
  for (size_t lane = 0; lane < lanes; lane += width) {
    const size_t left = lanes - lane;
    uint32x8 count, won, price;
    awardsim_load(valid + lane, left, &count);
    awardsim_load(winners + lane, left, &won);
    const int32x8 dropped = (int32x8)(count - won);
    int32x8 highest[AWARDSIM_DROPPED] = {};
    uint64x4 sums[2] = {};
    for (size_t place = 0; place < places; place++) {
      awardsim_load(prices + place * lanes + lane, left, &price);
      price &= (uint32x8)((int32x8)price != INT32_MAX);
      sums[0] += (uint64x4)price & 0xFFFFFFFFu;
      sums[1] += (uint64x4)price >> 32;
      // A number of turns that is known has the highest prices in registers.
      switch (most_dropped) {
      case 0: break;
      case 1: keep_highest(&price, 1, highest); break;
      case 2: keep_highest(&price, 2, highest); break;
      default: keep_highest(&price, AWARDSIM_DROPPED, highest);
      }
    }
    for (int32_t i = 0; i < AWARDSIM_DROPPED; i++) {
      const uint64x4 lost = (uint64x4)(highest[i] & (dropped > i));
      sums[0] -= lost & 0xFFFFFFFFu;
      sums[1] -= lost >> 32;
    }
    for (size_t i = 0; i < width && i < left; i++)
      awarded[lane + i] = (int64_t)sums[i % 2][i / 2];
  }
}

AWARDSIM_KERNEL
int64_t awardsim_note_awards(
    const int32_t *winners, const int64_t *awarded, const uint32_t *reserves, size_t lanes,
    int64_t unit, int64_t *restrict sums) {
  int64_t *bids = sums, *failed = sums + lanes, *amounts = sums + 2 * lanes,
          *reserve_sums = sums + 3 * lanes;
  uint64_t signs = 0;
  for (size_t lane = 0; lane < lanes; lane++) {
    bids[lane] += winners[lane];
    failed[lane] += winners[lane] == 0;
    // Prices are below 2³⁰ and vendors of a lane few: neither product leaves its range.
    const uint64_t amount = (uint64_t)amounts[lane] + (uint64_t)awarded[lane] * (uint64_t)unit;
    const uint64_t reserve = (uint64_t)reserve_sums[lane] +
                             (uint64_t)reserves[lane] * (uint32_t)winners[lane] * (uint64_t)unit;
    amounts[lane] = (int64_t)amount;
    reserve_sums[lane] = (int64_t)reserve;
    signs |= amount | reserve;
  }
  return (int64_t)signs;
}

AWARDSIM_KERNEL
int64_t awardsim_note_orders(
    const int64_t *values, const int64_t *fees, size_t lanes, int64_t unit,
    int64_t *restrict sums) {
  int64_t *value_sums = sums + 4 * lanes, *fee_sums = sums + 5 * lanes;
  uint64_t signs = 0;
  for (size_t lane = 0; lane < lanes; lane++) {
    const uint64_t value = (uint64_t)value_sums[lane] + (uint64_t)values[lane] * (uint64_t)unit;
    const uint64_t fee = (uint64_t)fee_sums[lane] + (uint64_t)fees[lane] * (uint64_t)unit;
    value_sums[lane] = (int64_t)value;
    fee_sums[lane] = (int64_t)fee;
    signs |= value | fee;
  }
  return (int64_t)signs;
}

AWARDSIM_KERNEL
int64_t awardsim_add_amounts(const int64_t *more, size_t count, int64_t *restrict sums) {
  uint64_t signs = 0;
  for (size_t i = 0; i < count; i++) {
    const uint64_t sum = (uint64_t)sums[i] + (uint64_t)more[i];
    sums[i] = (int64_t)sum;
    signs |= sum;
  }
  return (int64_t)signs;
}

AWARDSIM_KERNEL
void awardsim_join_sets(
    const uint64_t *sets, const int32_t *winners, size_t lanes, uint64_t *restrict joined) {
  for (size_t lane = 0; lane < lanes; lane++)
    joined[lane] |= sets[(size_t)winners[lane] * lanes + lane];
}

AWARDSIM_KERNEL
void awardsim_look_up(
    const int32_t *table, const int32_t *places, size_t count, int32_t *restrict numbers) {
  for (size_t i = 0; i < count; i++) numbers[i] = table[places[i]];
}
