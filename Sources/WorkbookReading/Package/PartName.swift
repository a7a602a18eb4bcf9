/// Names of parts and the paths that lead from one to another (ECMA-376, part 2).
enum PartName {
  /// The part that holds the relationships of another; of the file itself for an empty name.
  static func relationships(of part: String) -> String {
    let (folder, file) = split(part)
    return folder + "_rels/" + file + ".rels"
  }

  /// The part that a target leads to.
  ///
  /// - Parameters:
  ///   - target: The target as a relationship states it.
  ///   - part: The part that the relationship belongs to.
  /// - Returns: `nil` when the target leads out of the file.
  static func resolved(_ target: String, from part: String) -> String? {
    let path = target.hasPrefix("/") ? String(target.dropFirst()) : split(part).folder + target
    var steps: [Substring] = []
    for step in path.split(separator: "/") where step != "." {
      if step != ".." {
        steps.append(step)
      } else if steps.popLast() == nil {
        return nil
      }
    }
    return steps.joined(separator: "/")
  }

  private static func split(_ part: String) -> (folder: String, file: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }
}
