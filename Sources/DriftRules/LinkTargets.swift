package import DriftLanguage

/// Where the links of a set's members lead, worked out beforehand by whoever can see files.
package struct LinkTargets: Sendable {
    package enum Target: Hashable, Sendable {
        /// No such file; the path that was looked for, and one of nearly the same name that does exist.
        case missing(path: String, nearest: String?)
        /// A document in another locale; with the path of the same document in this locale, if there is one.
        case foreign(locale: LanguageTag, own: String?)
    }

    /// For each member the destinations that lead astray.
    private let targets: [[[UInt8]: Target]]

    package init(_ targets: [[[UInt8]: Target]]) {
        self.targets = targets
    }

    package func target(of destination: [UInt8], member: Int) -> Target? {
        member < targets.count ? targets[member][destination] : nil
    }
}
