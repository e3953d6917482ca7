/// What is wrong with a pattern.
package struct PatternError: Error, Hashable, CustomStringConvertible {
    /// Byte of the pattern, from 0, at which the mistake begins.
    package let offset: Int
    /// What stands there, and what to write instead.
    package let message: String

    package var description: String { "\(message) (byte \(offset + 1) of the pattern)" }
}
