extension Unicode.Scalar {
    /// Whether the scalar must not reach a terminal or a report as it is: it could move the cursor, change the
    /// order in which the text around it is read, or break the line.
    package var isUnsafeToDisplay: Bool {
        switch value {
        case 0x00...0x1F, 0x7F...0x9F: true
        case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    /// The scalar as a report spells it out, such as `\u{202E}`.
    package var visibleEscape: String {
        "\\u{" + String(value, radix: 16, uppercase: true) + "}"
    }
}

extension String {
    /// The text as one line that is safe to display: tabs become blanks, controls and bidirectional controls
    /// visible escapes. Text that needs neither is returned as it is.
    package var escapedForDisplay: String {
        guard unicodeScalars.contains(where: \.isUnsafeToDisplay) else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar == "\t" {
                result += " "
            } else if scalar.isUnsafeToDisplay {
                result += scalar.visibleEscape
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
