#include "Kernel.h"

AWARDSIM_KERNEL
void awardsim_price_bids(
    const int64_t *ratios, const uint32_t *lots, const int32_t *bidders, const int32_t *limits,
    const uint32_t *anchors, const uint32_t *reserves, size_t lanes, size_t places,
    int64_t *restrict keys) {
  const int64_t clamp = 2000000000;
  for (size_t place = 0; place < places; place++) {
    const size_t row = place * lanes;
    for (size_t lane = 0; lane < lanes; lane++) {
      int64_t ratio = ratios[row + lane];
      // Beyond 2 a bid is above any reserve price all the same.
      uint64_t part = (uint64_t)(ratio < clamp ? ratio : clamp) & 0xFFFFFFFFu;
      // Half-up in 10⁻⁹; the divisor is 2⁹ · 1,953,125.
      uint64_t number = (part * anchors[lane] + 500000000u) >> 9;
      int64_t price = awardsim_quotient(number & 0xFFFFFFFFFFFFFu, 1953125, 1.0 / 1953125);
      price = price < 1 ? 1 : price;
      int64_t packed = price << 32 | (int64_t)lots[row + lane] << 8 | (uint32_t)bidders[row + lane];
      int is_valid =
          (ratio > 0) & (price <= (int64_t)reserves[lane]) & ((int32_t)place < limits[lane]);
      keys[row + lane] = is_valid ? packed : INT64_MAX;
    }
  }
}

// Lays the lower number of each lane in the first row and the higher one in the second.
AWARDSIM_INLINE void exchange(int64_t *restrict first, int64_t *restrict second, size_t lanes) {
  for (size_t lane = 0; lane < lanes; lane++) {
    int64_t left = first[lane], right = second[lane];
    first[lane] = left < right ? left : right;
    second[lane] = left < right ? right : left;
  }
}

// Batcher's odd-even merge sort, for any number of rows: which rows are compared never depends on
// what they hold (Batcher, Sorting networks and their applications, 1968; Knuth, 5.2.2, algorithm M).
AWARDSIM_KERNEL
void awardsim_sort_rows(int64_t *keys, size_t lanes, size_t places) {
  for (size_t width = 1; width < places; width *= 2) {
    for (size_t apart = width; apart > 0; apart /= 2) {
      for (size_t start = apart % width; start + apart < places; start += 2 * apart) {
        for (size_t i = 0; i < apart && i + start + apart < places; i++) {
          size_t low = i + start, high = low + apart;
          if (low / (2 * width) == high / (2 * width))
            exchange(keys + low * lanes, keys + high * lanes, lanes);
        }
      }
    }
  }
}

AWARDSIM_KERNEL
void awardsim_sum_ranked(
    const int64_t *keys, size_t lanes, size_t places, uint32_t *restrict prices,
    int32_t *restrict counts, int64_t *restrict sums, uint64_t *restrict vendor_sets) {
  for (size_t lane = 0; lane < lanes; lane++) {
    counts[lane] = 0;
    sums[lane] = 0;
    vendor_sets[lane] = 0;
  }
  for (size_t place = 0; place < places; place++) {
    const size_t row = place * lanes;
    for (size_t lane = 0; lane < lanes; lane++) {
      int64_t key = keys[row + lane];
      int is_valid = key != INT64_MAX;
      // A place without a bid repeats the lowest price: it is never read, but stays a price.
      uint32_t lowest = place == 0 ? 0 : prices[lane];
      uint32_t price = is_valid ? (uint32_t)(key >> 32) : lowest;
      prices[row + lane] = price;
      counts[lane] += is_valid;
      sums[row + lanes + lane] = sums[row + lane] + (is_valid ? (int64_t)price : 0);
      vendor_sets[row + lanes + lane] =
          vendor_sets[row + lane] | (is_valid ? (uint64_t)1 << (key & 63) : 0);
    }
  }
}

AWARDSIM_KERNEL
void awardsim_offer_weights(
    const uint32_t *prices, const uint32_t *reserves, size_t lanes, size_t places,
    const uint32_t *weights, uint32_t steps, uint32_t *restrict sums) {
  for (size_t place = 0; place < places; place++) {
    const size_t row = place * lanes;
    for (size_t lane = 0; lane < lanes; lane++) {
      uint32_t reserve = reserves[lane] < 2 ? 2 : reserves[lane];
      uint64_t number = (uint64_t)(prices[row + lane] - prices[lane]) * steps;
      uint64_t step = (uint64_t)awardsim_quotient(number, reserve, 1.0 / reserve);
      uint32_t before = place == 0 ? 0 : sums[row - lanes + lane];
      sums[row + lane] = before + weights[step < steps ? step : steps];
    }
  }
}
