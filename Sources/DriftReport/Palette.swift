internal import DriftFindings

/// Terminal colours, or none.
struct Palette {
    var isOn: Bool

    func bold(_ text: String) -> String { wrap(text, "1") }
    func dim(_ text: String) -> String { wrap(text, "2") }
    func heading(_ text: String) -> String { wrap(text, "1;4") }
    func locale(_ text: String) -> String { wrap(text, "36") }

    /// Red, yellow or blue, bold.
    func severity(_ text: String, _ severity: Severity) -> String {
        switch severity {
        case .error: wrap(text, "1;31")
        case .warning: wrap(text, "1;33")
        case .info: wrap(text, "1;34")
        }
    }

    /// What an alignment shows of a part: red where it is missing, green where only one side has it.
    func mark(_ text: String, _ mark: AlignmentMark) -> String {
        switch mark {
        case .none: text
        case .missing: wrap(text, "31")
        case .extra: wrap(text, "32")
        case .moved: wrap(text, "35")
        case .uncertain: wrap(text, "1;33")
        case .joined: wrap(text, "34")
        }
    }

    private func wrap(_ text: String, _ code: String) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
