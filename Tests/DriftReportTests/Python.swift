#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Readers of formats that others wrote.
enum Python {
    /// Whether the script ran and ended with success.
    static func run(_ script: String, _ arguments: [String] = []) -> Bool {
        let words = ["python3", "-W", "ignore", "-c", script] + arguments
        return system(words.map(quoted).joined(separator: " ")) == 0
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
    }
}
