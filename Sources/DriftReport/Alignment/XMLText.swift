internal import DriftText

/// Text of documents as XML 1.0 writes it.
///
/// What is unsafe to display is written as a character reference, so that it comes back from a reader but does nothing
/// on the way.
enum XMLText {
    /// Content of an element.
    ///
    /// - Parameter invalid: writes a scalar that no XML document can hold, not even as a reference.
    static func content(_ text: String, invalid: (Unicode.Scalar) -> String = \.visibleEscape) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where !scalar.isAllowedInXML: result += invalid(scalar)
            case _ where scalar.isUnsafeToDisplay: result += reference(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// An attribute's value with its quotation marks.
    static func attribute(_ text: String) -> String {
        var result = "\""
        for scalar in content(text).unicodeScalars {
            switch scalar {
            case "\"": result += "&quot;"
            case "\n", "\t": result += reference(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private static func reference(_ scalar: Unicode.Scalar) -> String {
        "&#x" + String(scalar.value, radix: 16, uppercase: true) + ";"
    }
}

extension Unicode.Scalar {
    /// Whether the scalar is a `Char` of XML 1.0, section 2.2.
    fileprivate var isAllowedInXML: Bool {
        switch value {
        case 0x00...0x08, 0x0B...0x0C, 0x0E...0x1F, 0xFFFE...0xFFFF: false
        default: true
        }
    }
}
