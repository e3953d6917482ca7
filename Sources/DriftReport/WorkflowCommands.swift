extension String {
    /// The text for a log of GitHub Actions, where no line of it is a command: none begins with `::`, blanks apart, and
    /// none holds `##[`, which the runner takes for one wherever it stands.
    package var withoutWorkflowCommands: String {
        split(separator: "\n", omittingEmptySubsequences: false).map { line in
            let blanks = line.prefix { $0 == " " }
            let rest = line[blanks.endIndex...]
            return blanks + Self.escaped(rest.hasPrefix("::") ? "\\u{3A}" + rest.dropFirst() : String(rest))
        }.joined(separator: "\n")
    }

    private static func escaped(_ line: String) -> String {
        let bytes = Array(line.utf8)
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isCommand =
                byte == UInt8(ascii: "[") && index > 1 && bytes[(index - 2)..<index].allSatisfy { $0 == 0x23 }
            result += isCommand ? Array("\\u{5B}".utf8) : [byte]
        }
        return String(decoding: result, as: UTF8.self)
    }
}
