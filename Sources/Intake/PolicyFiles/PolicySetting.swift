public import Policy
import Quantities

/// Why some `--set` options are refused.
public struct PolicySettingError: Error, Hashable, Sendable {
  /// What is wrong with each of them, in their order: the option, the problem, the expectation.
  public let lines: [String]
}

/// Reads `--set KEY=VALUE` options.
public enum PolicySetting {
  /// Reads all options of a command line.
  ///
  /// - Returns: The values, each of the kind of its key.
  /// - Throws: ``PolicySettingError`` with every problem. An unknown key is answered with the nearest
  ///   known one, an unknown name of a choice with all of them. The caller exits with 64.
  public static func overrides(
    _ settings: [String]
  ) throws(PolicySettingError) -> [PolicyKey: PolicyValue] {
    var values: [PolicyKey: PolicyValue] = [:]
    var problems: [String] = []
    for setting in settings {
      do throws(QuantityFormatError) {
        let (key, value) = try parse(setting)
        guard values[key] == nil || values[key] == value else {
          throw QuantityFormatError(
            "gives \(key.rawValue) a second value", expected: "one value for each key")
        }
        values[key] = value
      } catch {
        problems.append("--set \(setting): \(error.problem), expected \(error.expectation)")
      }
    }
    guard problems.isEmpty else { throw PolicySettingError(lines: problems) }
    return values
  }

  private static func parse(
    _ setting: String
  ) throws(QuantityFormatError) -> (PolicyKey, PolicyValue) {
    guard let equals = setting.firstIndex(of: "=") else {
      throw QuantityFormatError(
        "has no equals sign", expected: "KEY=VALUE such as award.cutoff_share=0.8")
    }
    let name = String(setting[..<equals])
    guard let key = PolicyKey(rawValue: name) else {
      let nearest = nearestName(to: name, among: PolicyKey.allCases.map(\.rawValue)) ?? ""
      throw QuantityFormatError(
        "\(name.quoted) is not a policy key", expected: "one of the keys; the nearest is \(nearest)"
      )
    }
    let text = String(setting[setting.index(after: equals)...])
    do throws(QuantityFormatError) {
      return (key, try PolicyValue(text: text, kind: key.kind))
    } catch {
      throw QuantityFormatError("\(text.quoted) \(error.problem)", expected: error.expectation)
    }
  }
}
