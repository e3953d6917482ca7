/// What a value of the configuration has to look like.
package indirect enum ConfigurationShape: Sendable, Hashable {
    case text
    /// One text, or a list of them.
    case texts
    case choice([String])
    /// `true` or `false`.
    case flag
    /// Keys of one's own, each with a value of the same shape.
    case map(ConfigurationShape)
    case object([ConfigurationDescription])
}

/// What a key of the configuration is for.
package struct ConfigurationDescription: Sendable, Hashable {
    package let name: String
    package let shape: ConfigurationShape
    /// One sentence.
    package let summary: String
    /// A value as YAML writes it on one line.
    package let example: String
    /// What holds where the key is not given, in words or as a value.
    package let fallback: String
}

extension Configuration {
    /// The keys of the outermost mapping, in the order in which they are listed.
    package static var descriptions: [ConfigurationDescription] { keys.map(\.description) }
}
