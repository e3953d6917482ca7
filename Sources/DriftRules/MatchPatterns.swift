import DriftPatterns

/// What the check `matches` looks for.
package struct MatchPatterns: Sendable, Hashable {
    /// What has to stand in the source; nil for any passage.
    let source: Pattern?
    /// What the translation then has to have; `\1` is what the first group of the source captured.
    let target: PatternTemplate?
    /// What it must not have.
    let unwanted: PatternTemplate?
}
