import ArgumentParser
import Foundation
import Simulation

/// Reads and writes the draws of a part of a run.
enum RecordFile {
  /// A record as JSON.
  static func text(of record: SimulationRecord) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(record), as: UTF8.self) + "\n"
  }

  /// Reads a record.
  ///
  /// - Throws: The exit status 66 for a file that is missing, 74 for one that cannot be read, 65 for
  ///   one that is no part of a run.
  static func read(_ path: String) throws -> SimulationRecord {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      let isThere = FileManager.default.fileExists(atPath: path)
      throw isThere
        ? StandardError.failure(
          ["\(path): reading it failed: \(error.localizedDescription)"], .inputOutputFailed)
        : StandardError.failure(
          ["\(path): there is no such file; expected one written by simulate --shard"],
          .inputMissing)
    }
    guard let record = try? JSONDecoder().decode(SimulationRecord.self, from: data), record.isWhole
    else {
      throw StandardError.failure(
        ["\(path):1:1: is no part of a simulation, expected a file written by simulate --shard"],
        .inputErrors)
    }
    return record
  }
}
