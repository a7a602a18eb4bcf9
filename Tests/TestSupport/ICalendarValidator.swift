/// The `icalendar` package of Python as an independent judge of calendar files.
public enum ICalendarValidator {
  /// Whether Python and the package are installed.
  public static let isAvailable =
    (try? ExternalProgram("python3").run(["-c", "import icalendar"])) != nil

  /// Parses a file and checks every event for what RFC 5545 requires.
  ///
  /// - Returns: One line an event: its first day, the day after its last, its identifier, its summary.
  /// - Throws: ``ExternalProgramFailure`` when the file does not parse or an event lacks something.
  public static func events(of path: String) throws -> [String] {
    let output = try ExternalProgram("python3").run(["-c", program, path])
    return String(decoding: output, as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private static let program = """
    import datetime, sys
    import icalendar

    data = open(sys.argv[1], "rb").read()
    assert data.endswith(b"\\r\\n") and b"\\n" not in data.replace(b"\\r\\n", b"")
    assert max(len(line) for line in data.split(b"\\r\\n")) <= 75
    calendar = icalendar.Calendar.from_ical(data)
    assert calendar["VERSION"] == "2.0" and calendar["PRODID"]
    events = calendar.walk("VEVENT")
    assert events and len(calendar.subcomponents) == len(events)
    identifiers = set()
    for event in events:
        assert not event.errors, event.errors
        for name in ["UID", "DTSTAMP", "DTSTART", "SUMMARY"]:
            assert name in event, name
            assert not isinstance(event[name], list), name
        stamp = event["DTSTAMP"].dt
        assert isinstance(stamp, datetime.datetime) and stamp.utcoffset() == datetime.timedelta(0)
        start, end = event["DTSTART"].dt, event["DTEND"].dt
        for day in (start, end):
            assert isinstance(day, datetime.date) and not isinstance(day, datetime.datetime)
        assert start < end
        identifiers.add(str(event["UID"]))
        summary = str(event["SUMMARY"]).replace("\\n", "⏎")
        sys.stdout.buffer.write(f"{start} {end} {event['UID']} {summary}\\n".encode())
    assert len(identifiers) == len(events)
    """
}
