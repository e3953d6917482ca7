/// Where a value of the configuration was given.
package enum ConfigurationPlace: Sendable, Hashable, CustomStringConvertible {
    /// A line of a file, from 1.
    case file(String, line: Int)
    /// A flag as it was written, such as `--set source=en`.
    case flag(String)

    package var description: String {
        switch self {
        case .file(let path, let line): "\(path):\(line)"
        case .flag(let text): text
        }
    }

    /// From 1; nil for a flag.
    package var line: Int? {
        if case .file(_, let line) = self { line } else { nil }
    }
}

/// What is wrong with a configuration.
package struct ConfigurationError: Error, Hashable, CustomStringConvertible {
    package let place: ConfigurationPlace
    package let message: String

    package var line: Int? { place.line }
    package var description: String { "\(place): \(message)" }
}
