import Foundation
public import Policy
import Quantities
public import Simulation
import Statistics

extension Calibration {
  /// What a reader should know beside the tables: what the fits leave out, and where they do not fit.
  public var notes: [Phrase] {
    groups.flatMap { group in
      group.findings.map { finding in
        Phrase(
          "\(group.name): \(finding.english)", "\(group.name)：\(finding.traditionalChinese)")
      }
    }
  }
}

extension Calibration.Group {
  /// What was found, one sentence each.
  var findings: [Phrase] {
    let bids = Phrase(
      "\(fits.lotCount) lots, \(fits.bidCount) bids of \(fits.vendorCount) vendors",
      "\(fits.lotCount) 個品項、\(fits.vendorCount) 家廠商之 \(fits.bidCount) 筆投標")
    guard fits.bidCount > 0 else { return [bids] }
    return [bids] + [disqualified, ties, likeness, entryFit, ratioFit].compactMap { $0 } + missing
  }

  /// Families without a fit.
  private var missing: [Phrase] {
    let errors =
      fits.entry.families.compactMap { family -> (String, FitError)? in
        if case .failure(let error) = family.fit { (family.name, error) } else { nil }
      }
      + fits.ratios.families.compactMap { family -> (String, FitError)? in
        if case .failure(let error) = family.parameters { (family.name, error) } else { nil }
      }
    return errors.map { name, error in
      Phrase("no fit of \(name): \(error.message)", "\(name) 無法配適：\(error.message)")
    }
  }

  /// Disqualified bids are no part of any fit; where they lie low, it is because they lie low.
  private var disqualified: Phrase? {
    guard fits.disqualified != .zero else { return nil }
    let share = percent(fits.disqualified)
    guard let median = Quantile.type7(0.5, ofSorted: fits.disqualifiedRatios),
      let usual = fits.ratios.observedQuantile(0.5)
    else {
      return Phrase(
        "\(share) of the bids were disqualified; no distribution is fitted to them",
        "\(share) 之投標為不合格標，未納入配適")
    }
    return Phrase(
      "\(share) of the bids were disqualified, at a median of \(number(median)) of the reserve where"
        + " the others have \(number(usual)): an atom that no distribution is fitted to",
      "\(share) 之投標為不合格標，其標價中位數為底價之 \(number(median))（其餘為 \(number(usual))），未納入配適")
  }

  private var ties: Phrase? {
    guard fits.tied != .zero else { return nil }
    let share = percent(fits.tied)
    return Phrase(
      "\(share) of the bids equal another one for the same item; a continuous distribution draws"
        + " hardly any, but for rounding to NT$1",
      "\(share) 之投標與同品項他標同價；連續分布除四捨五入至元外幾無同價")
  }

  private var likeness: Phrase? {
    let (vendor, lot) = (fits.vendorShare, fits.lotShare)
    return Phrase(
      "of the variance of the bids' places \(percent(vendor)) lies between vendors and"
        + " \(percent(lot)) between lots; a fit alone takes bids as independent",
      "標價名次變異中 \(percent(vendor)) 來自廠商、\(percent(lot)) 來自品項；配適本身視各投標為獨立")
  }

  private var entryFit: Phrase? {
    guard let chosen = fits.entry.chosen, let test = chosen.chiSquare, let p = test.pValue else {
      return nil
    }
    let text = p < 0.0001 ? "< 0.0001" : String(format: "= %.4f", p)
    return p < 0.05
      ? Phrase(
        "the number of bids does not follow \(chosen.name) (chi-square p \(text))",
        "投標家數不符 \(chosen.name) 分布（卡方檢定 p \(text)）")
      : Phrase(
        "the number of bids is compatible with \(chosen.name) (chi-square p \(text))",
        "投標家數與 \(chosen.name) 分布相容（卡方檢定 p \(text)）")
  }

  /// The share of the bids at which the fitted ratio is furthest from the observed one.
  private var ratioFit: Phrase? {
    let ratios = fits.ratios
    guard let chosen = ratios.chosen else { return nil }
    let gaps = Calibration.probabilities.compactMap { probability -> (Double, Double)? in
      guard let observed = ratios.observedQuantile(probability),
        let fitted = ratios.quantile(probability, of: chosen)
      else { return nil }
      return (probability, fitted - observed)
    }
    guard let worst = gaps.max(by: { $0.1.magnitude < $1.1.magnitude }) else { return nil }
    let at = String(format: "%.0f%%", worst.0 * 100)
    let gap = String(format: "%+.4f", worst.1)
    return Phrase(
      "\(chosen.name) fits the ratios best (least AIC) and is furthest off at \(at) of the bids, by"
        + " \(gap) of the reserve",
      "\(chosen.name) 之 AIC 最小；差距最大處為第 \(at) 分位，差 \(gap)")
  }

  private func percent(_ share: Share) -> String {
    percent(Double(share.value.numerator) / Double(share.value.denominator))
  }

  private func percent(_ part: Double) -> String { String(format: "%.1f%%", part * 100) }

  private func number(_ number: Double) -> String { String(format: "%.3f", number) }
}
