#include "Kernel.h"

// What no valid bid costs; sorted last.
static const int32_t none = INT32_MAX;

// A row of reserve prices, one of anchors, one of what twice a part is multiplied by for 2³² prices,
// and one of how far that is shifted down.
AWARDSIM_INLINE int set_price(
    int64_t reserve, int64_t anchor, int64_t unit, size_t lanes, uint32_t *restrict rows) {
  // Without either there is no valid bid.
  const int is_priced = reserve > 0 && anchor > 0;
  const int64_t own = is_priced ? reserve / unit : 0, base = is_priced ? anchor / unit : 1;
  if (is_priced && (own * unit != reserve || base * unit != anchor)) return 0;
  if (own >= 1 << 30 || base >= 1 << 30 || base == 0 || own >= 2 * base) return 0;
  uint64_t number = (uint64_t)base << 31;
  uint32_t shift = 0;
  for (; number < (uint64_t)1000000000 << 31; number <<= 1) shift++;
  rows[0] = (uint32_t)own;
  rows[lanes] = (uint32_t)base;
  rows[2 * lanes] = (uint32_t)(number / 1000000000);
  rows[3 * lanes] = shift;
  return 1;
}

AWARDSIM_KERNEL
int64_t awardsim_set_prices(
    const int64_t *reserves, const int64_t *anchors, size_t lanes, int64_t unit,
    uint32_t *restrict rows) {
  int64_t differs = 0;
  for (size_t lane = 0; lane < lanes; lane++)
    differs |= (reserves[lane] ^ reserves[0]) | (anchors[lane] ^ anchors[0]);
  if (lanes == 0) return 0;
  if (!set_price(reserves[0], anchors[0], unit, lanes, rows)) return -1;
  if (!differs) {
    for (size_t lane = 1; lane < lanes; lane++)
      for (size_t row = 0; row < 4; row++) rows[row * lanes + lane] = rows[row * lanes];
    return rows[0];
  }
  uint32_t largest = rows[0];
  for (size_t lane = 1; lane < lanes; lane++) {
    if (!set_price(reserves[lane], anchors[lane], unit, lanes, rows + lane)) return -1;
    if (rows[lane] > largest) largest = rows[lane];
  }
  return largest;
}

AWARDSIM_KERNEL
void awardsim_price_bids(
    const int32_t *parts, const int32_t *limits, const uint32_t *rows, size_t lanes,
    size_t places, int32_t *restrict counts, int32_t *restrict prices) {
  for (size_t lane = 0; lane < lanes; lane += width) {
    const size_t left = lanes - lane;
    uint32x8 limit, reserve, anchor, scale, shift, own;
    awardsim_load(limits + lane, left, &limit);
    awardsim_load(rows + lane, left, &reserve);
    awardsim_load(rows + lanes + lane, left, &anchor);
    awardsim_load(rows + 2 * lanes + lane, left, &scale);
    awardsim_load(rows + 3 * lanes + lane, left, &shift);
    int32x8 count = {};
    for (size_t place = 0; place < places; place++) {
      awardsim_load(parts + place * lanes + lane, left, &own);
      // Beyond 2 a bid is above any reserve price all the same.
      const int32x8 is_usual = (int32x8)own < 2000000000;
      own = (uint32x8)((is_usual & (int32x8)own) | (~is_usual & 2000000000));
      uint32x8 twice = own + own, quotient;
      awardsim_high(&twice, &scale, &quotient);
      // What the part comes to, rounded down, or one less.
      quotient >>= shift;
      // The rest and a half, less one and a half.
      const int32x8 rest = (int32x8)(own * anchor - (quotient + 1) * 1000000000u);
      int32x8 price = (int32x8)quotient - (rest >= -500000000) - (rest >= 500000000);
      price -= price < 1;
      const int32x8 is_valid =
          ((int32x8)own > 0) & (price <= (int32x8)reserve) & ((int32x8)limit > (int32_t)place);
      count -= is_valid;
      const uint32x8 kept = (uint32x8)((is_valid & price) | (~is_valid & none));
      awardsim_store(&kept, left, prices + place * lanes + lane);
    }
    const uint32x8 total = (uint32x8)count;
    awardsim_store(&total, left, counts + lane);
  }
}

AWARDSIM_KERNEL
void awardsim_pack_bids(
    const int32_t *prices, const uint32_t *lots, const int32_t *bidders, size_t count,
    int64_t *restrict keys) {
  for (size_t i = 0; i < count; i++)
    keys[i] = (int64_t)prices[i] << 32 | (int64_t)lots[i] << 8 | (uint32_t)bidders[i];
}

// Lays the lower number of each lane in the first row and the higher one in the second.
AWARDSIM_INLINE void exchange(int64_t *restrict first, int64_t *restrict second, size_t lanes) {
  for (size_t lane = 0; lane < lanes; lane++) {
    int64_t left = first[lane], right = second[lane];
    first[lane] = left < right ? left : right;
    second[lane] = left < right ? right : left;
  }
}

AWARDSIM_INLINE void exchange_prices(
    int32_t *restrict first, int32_t *restrict second, size_t lanes) {
  for (size_t lane = 0; lane < lanes; lane++) {
    int32_t left = first[lane], right = second[lane];
    first[lane] = left < right ? left : right;
    second[lane] = left < right ? right : left;
  }
}

// Batcher's odd-even merge sort, for any number of rows: which rows are compared never depends on
// what they hold (Batcher, Sorting networks and their applications, 1968; Knuth, 5.2.2, algorithm M).
#define SORT_ROWS(exchange) \
  for (size_t span = 1; span < places; span *= 2) \
    for (size_t apart = span; apart > 0; apart /= 2) \
      for (size_t start = apart % span; start + apart < places; start += 2 * apart) \
        for (size_t low = start; low < start + apart && low + apart < places; low++) \
          if (low / (2 * span) == (low + apart) / (2 * span)) \
  exchange(rows + low * lanes, rows + (low + apart) * lanes, lanes)

AWARDSIM_KERNEL
void awardsim_sort_rows(int64_t *rows, size_t lanes, size_t places) { SORT_ROWS(exchange); }

AWARDSIM_KERNEL
void awardsim_sort_prices(int32_t *rows, size_t lanes, size_t places) {
  SORT_ROWS(exchange_prices);
}

AWARDSIM_KERNEL
void awardsim_unpack_bids(
    const int64_t *keys, size_t lanes, size_t places, int32_t *restrict prices,
    uint64_t *restrict vendor_sets) {
  for (size_t lane = 0; lane < lanes; lane++) vendor_sets[lane] = 0;
  for (size_t place = 0; place < places; place++) {
    const size_t row = place * lanes;
    for (size_t lane = 0; lane < lanes; lane++) {
      const int64_t key = keys[row + lane];
      const int32_t price = (int32_t)(key >> 32);
      prices[row + lane] = price;
      vendor_sets[row + lanes + lane] =
          vendor_sets[row + lane] | (price != none ? (uint64_t)1 << (key & 63) : 0);
    }
  }
}

// The weight of an offer beyond the lowest one at a reserve price that is less than the steps.
AWARDSIM_INLINE uint32_t weight_of(
    uint32_t beyond, uint32_t reserve, const uint32_t *weights, uint32_t steps) {
  const uint64_t step = (uint64_t)beyond * steps / (reserve > 0 ? reserve : 1);
  return weights[step < steps ? step : steps];
}

AWARDSIM_KERNEL
void awardsim_offer_weights(
    const int32_t *prices, const uint32_t *reserves, size_t lanes, size_t places,
    const uint32_t *weights, uint32_t steps, uint32_t *restrict sums) {
  uint32_t last = 0, last_scale = 0;
  for (size_t lane = 0; lane < lanes; lane += width) {
    const size_t left = lanes - lane, count = left < width ? left : width;
    uint32x8 reserve, scale = {}, lowest, sum = {};
    int is_large = 1;
    awardsim_load(reserves + lane, left, &reserve);
    for (size_t i = 0; i < count; i++) {
      const uint32_t own = reserves[lane + i];
      is_large &= own > steps;
      if (own != last && own > steps) {
        last = own;
        last_scale = (uint32_t)(((uint64_t)steps << 32) / own);
      }
      scale[i] = last_scale;
    }
    awardsim_load(prices + lane, left, &lowest);
    for (size_t place = 0; place < places; place++) {
      uint32x8 price, step, weight = {};
      awardsim_load(prices + place * lanes + lane, left, &price);
      const uint32x8 beyond = price - lowest;
      if (is_large) {
        // The step or one less; beyond the bids of a lane anything at all.
        awardsim_high(&beyond, &scale, &step);
        step -= (uint32x8)(beyond * steps - step * reserve >= reserve);
        const uint32x8 is_within = (uint32x8)(step < steps);
        step = (is_within & step) | (~is_within & steps);
        for (size_t i = 0; i < width; i++) weight[i] = weights[step[i]];
      } else {
        for (size_t i = 0; i < count; i++)
          weight[i] = weight_of(beyond[i], reserve[i], weights, steps);
      }
      sum += weight;
      awardsim_store(&sum, left, sums + place * lanes + lane);
    }
  }
}
