package import DriftLanguage

/// Where the links of a set's members lead, worked out beforehand by whoever can see files.
package struct LinkTargets: Sendable {
    package enum Target: Hashable, Sendable {
        /// No such file; the name of one of nearly the same name that does exist.
        case missing(nearest: String?)
        /// No such page, but the source's link, which says the same, leads to one that this locale lacks: sites that have
        /// a folder for each locale show the source's page there.
        case untranslated
        /// No such page and no such folder, like others that this document links: whoever collects them there does not
        /// keep them here.
        case elsewhere(others: Int)
        /// No such file from here, but there is one from the root, or beside the page if that is a folder, as for others that
        /// this document links.
        case fromElsewhere(others: Int)
        /// A document in another locale; with the path of the same document in this locale, if there is one.
        case foreign(locale: LanguageTag, own: String?)
        /// The source's image, though there is one for this locale, with its path.
        case localized(own: String)
        /// The source's image, though most others show one of their own; with the name of such a one and its locale.
        case unlocalized(other: String, locale: LanguageTag)
    }

    /// For each member the destinations that lead astray.
    private let targets: [[[UInt8]: Target]]

    /// For each member how it writes relative links of the source.
    private let rebased: [[[UInt8]: [UInt8]]]

    /// - Parameter rebased: for each member, how it writes those relative links of the source whose counterpart is known;
    ///   empty where nobody asks for repairs.
    package init(_ targets: [[[UInt8]: Target]], rebased: [[[UInt8]: [UInt8]]] = []) {
        self.targets = targets
        self.rebased = rebased
    }

    /// How a member writes a link of the source; nil where that is not known.
    func rebased(_ destination: [UInt8], member: Int) -> [UInt8]? {
        member < rebased.count ? rebased[member][destination] : nil
    }

    /// Whether some links of a member lead astray.
    func areStray(in member: Int) -> Bool { member < targets.count && !targets[member].isEmpty }

    package func target(of destination: [UInt8], member: Int) -> Target? {
        member < targets.count ? targets[member][destination] : nil
    }
}
