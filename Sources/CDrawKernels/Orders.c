#include "Fees.h"

// The price of the vendor that the word of each order chooses, and its rank where that is asked for.
AWARDSIM_INLINE void choose(
    const uint32x8 *words, int32_t winners, const int32_t *prices, size_t price_step,
    const uint32_t *weight_sums, size_t lanes, int keeps_ranks,
    struct placed *placed) {
  const uint32x8 total = (uint32x8){} + weight_sums[(size_t)(winners - 1) * lanes];
  uint32x8 target;
  awardsim_high(words, &total, &target);
  // An order goes beyond a vendor whose sum is not above its target, or is below this.
  const int32x8 limit = (int32x8)target + 1;
  int32x8 price = (int32x8){} + prices[0];
  int32x8 rank = {};
  for (int32_t place = 1; place < winners; place++, weight_sums += lanes) {
    prices += price_step;
    const int32x8 is_beyond = limit > (int32_t)*weight_sums;
    // Prices ascend, so the last one that is reached is the highest.
    price = __builtin_elementwise_max(price, is_beyond & *prices);
    if (keeps_ranks) rank -= is_beyond;
  }
  placed->ranks = rank;
  placed->prices = (uint32x8)price;
}

// Sums of eight lanes: those in even places and those in odd ones, or all of them.
struct sums {
  uint64x4 even, odd;
  uint64x8 all;
};

AWARDSIM_INLINE void add_small(const uint32x8 *numbers, struct sums *sums) {
  const uint64x4 halves = (uint64x4)*numbers;
  sums->even += halves & 0xFFFFFFFFu;
  sums->odd += halves >> 32;
}

AWARDSIM_INLINE int64_t total(const struct sums *sums) {
  const uint64x4 some = sums->even + sums->odd;
  uint64_t sum = 0;
  for (int i = 0; i < width / 2; i++) sum += some[i] + sums->all[i] + sums->all[i + width / 2];
  return (int64_t)sum;
}

// Orders, the bids that they are placed with, and where what they come to is kept.
struct orders {
  const int32_t *quantities;
  const uint32_t *words;
  const int32_t *starts;
  const int32_t *winners;
  const int32_t *prices;
  size_t price_step;
  const uint32_t *weight_sums;
  size_t lanes;
  int64_t *amount_sums, *fee_sums;
  int32_t *ranks;
  int64_t *amounts, *fees;
};

// Places the eight orders of a lane from `first` on, of which those before `end` are its own.
AWARDSIM_INLINE void place_eight(
    const struct orders *orders, const struct schedule *schedule, size_t lane, int32_t first,
    int32_t end, int is_small, int keeps_orders, struct sums *amounts, struct sums *fees) {
  const int32x8 places = {0, 1, 2, 3, 4, 5, 6, 7};
  struct placed placed;
  uint32x8 word, quantity;
  memcpy(&word, orders->words + first, sizeof word);
  memcpy(&quantity, orders->quantities + first, sizeof quantity);
  quantity &= (uint32x8)(places < end - first);
  choose(
      &word, orders->winners[lane], orders->prices + lane, orders->price_step,
      orders->weight_sums + lane, orders->lanes, keeps_orders, &placed);
  // What is not ordered has no fee, whatever its tier adds.
  const uint32x8 is_none = (uint32x8)(quantity == 0);
  if (is_small) {
    placed.small_amounts = placed.prices * quantity;
    charge_small(schedule, &placed);
    placed.small_fees &= ~is_none;
    add_small(&placed.small_amounts, amounts);
    add_small(&placed.small_fees, fees);
    placed.amounts = __builtin_convertvector(placed.small_amounts, uint64x8);
    placed.fees = __builtin_convertvector(placed.small_fees, uint64x8);
  } else {
    placed.amounts = __builtin_convertvector(placed.prices, uint64x8) *
                     __builtin_convertvector(quantity, uint64x8);
    charge(schedule, &placed);
    placed.fees &= ~(uint64x8)__builtin_convertvector((int32x8)is_none, int64x8);
    amounts->all += placed.amounts;
    fees->all += placed.fees;
  }
  if (!keeps_orders) return;
  memcpy(orders->ranks + first, &placed.ranks, sizeof placed.ranks);
  memcpy(orders->amounts + first, &placed.amounts, sizeof placed.amounts);
  memcpy(orders->fees + first, &placed.fees, sizeof placed.fees);
}

// Places the orders of all lanes, in one of the ways that differ in what is asked for.
AWARDSIM_INLINE void place_all(
    const struct orders *orders, const struct schedule *schedule, int is_small, int keeps_orders) {
  for (size_t lane = 0; lane < orders->lanes; lane++) {
    struct sums amounts = {}, fees = {};
    const int32_t start = orders->starts[lane];
    const int32_t end = orders->winners[lane] > 0 ? orders->starts[lane + 1] : start;
    for (int32_t first = start; first < end; first += width)
      place_eight(orders, schedule, lane, first, end, is_small, keeps_orders, &amounts, &fees);
    orders->amount_sums[lane] = total(&amounts);
    orders->fee_sums[lane] = total(&fees);
  }
}

AWARDSIM_KERNEL
void awardsim_place_orders(
    const int32_t *quantities, const uint32_t *words, const int32_t *starts,
    const int32_t *winners, const int32_t *prices, size_t price_step,
    const uint32_t *weight_sums, size_t lanes, const int64_t *bounds, const int64_t *factors,
    const int64_t *constants, size_t tiers, uint32_t divisor, int64_t cap, int64_t largest_amount,
    int64_t *amount_sums, int64_t *fee_sums, int keeps_orders, int32_t *ranks, int64_t *amounts,
    int64_t *fees) {
  struct schedule schedule;
  prepare(bounds, factors, constants, tiers, divisor, cap, largest_amount, &schedule);
  const struct orders orders = {
      quantities, words, starts, winners, prices, price_step, weight_sums, lanes, amount_sums,
      fee_sums, ranks, amounts, fees};
  if (keeps_orders) {
    if (schedule.is_small) place_all(&orders, &schedule, 1, 1);
    else place_all(&orders, &schedule, 0, 1);
  } else {
    if (schedule.is_small) place_all(&orders, &schedule, 1, 0);
    else place_all(&orders, &schedule, 0, 0);
  }
}

void awardsim_divide_places(
    const int32_t *counts, const uint32_t *draws, size_t lanes, uint32_t kinds, int32_t *starts,
    uint32_t *group_draws, uint32_t *group_slots) {
  size_t next = 0;
  for (size_t lane = 0; lane < lanes; lane++) {
    starts[lane] = (int32_t)(4 * next);
    const uint32_t groups = ((uint32_t)counts[lane] + 3) / 4;
    for (uint32_t group = 0; group < groups; group++, next++) {
      group_draws[next] = draws[lane];
      group_slots[next] = 1 + kinds * group;
    }
  }
  starts[lanes] = (int32_t)(4 * next);
}

AWARDSIM_KERNEL
int32_t awardsim_end_orders(
    const int32_t *counts, const int32_t *starts, size_t lanes, int32_t *restrict quantities) {
  for (size_t lane = 0; lane < lanes; lane++)
    for (int32_t i = starts[lane] + counts[lane]; i < starts[lane + 1]; i++) quantities[i] = 0;
  int32_t largest = 0;
  for (int32_t i = 0; i < starts[lanes]; i++)
    largest = quantities[i] > largest ? quantities[i] : largest;
  return largest;
}
