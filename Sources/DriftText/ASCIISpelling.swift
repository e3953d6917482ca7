extension Unicode.Scalar {
    /// The scalar for a terminal that knows ASCII alone: signs that have a like are replaced, others spelt out as in
    /// `\u{65E5}`.
    package var asciiSpelling: String {
        switch self {
        case _ where isASCII: String(self)
        case "“", "”", "„": "\""
        case "‘", "’": "'"
        case "…": "..."
        case "│": "|"
        case "─", "–", "—": "-"
        case "⇅": "<>"
        case "→": "->"
        default: visibleEscape
        }
    }
}

extension String {
    /// The text for a terminal that knows ASCII alone.
    package var asciiSpelling: String {
        guard utf8.contains(where: { $0 >= 0x80 }) else { return self }
        return unicodeScalars.reduce(into: "") { $0 += $1.asciiSpelling }
    }
}
