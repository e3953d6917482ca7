/// Swift source for strings.
enum SwiftLiteral {
    /// A literal on one line.
    static func string(_ text: String) -> String {
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": literal += "\\\(scalar)"
            case " "..."~": literal.unicodeScalars.append(scalar)
            case _ where scalar.properties.isAlphabetic: literal.unicodeScalars.append(scalar)
            default: literal += "\\u{\(String(scalar.value, radix: 16))}"
            }
        }
        return literal + "\""
    }

    static func strings(_ texts: [String]) -> String {
        "[" + texts.map(string).joined(separator: ", ") + "]"
    }

    /// A raw literal over several lines: far quicker to compile than an array of bytes, and readable.
    static func rawString(_ text: String) -> String {
        let marks = String(repeating: "#", count: longestRun(of: "#", in: text) + 1)
        return "\(marks)\"\"\"\n\(text)\n\"\"\"\(marks)"
    }

    private static func longestRun(of mark: Character, in text: String) -> Int {
        var (longest, run) = (0, 0)
        for byte in text.utf8 {
            run = byte == mark.asciiValue ? run + 1 : 0
            longest = max(longest, run)
        }
        return longest
    }

    /// `not-applicable` as `notApplicable`, quoted so that it may be a keyword.
    static func identifier(_ name: String) -> String {
        let words = name.split(separator: "-")
        let rest = words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }
        return "`" + (words.first ?? "").lowercased() + rest.joined() + "`"
    }
}
