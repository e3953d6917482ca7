import DriftLanguage
package import DriftText

/// What many documents teach together, as far as comparing one set depends on it.
package protocol Lore: Sendable {
    associatedtype Question: Hashable & Sendable
    associatedtype Answer: Equatable & Sendable

    func answer(_ question: Question) -> Answer
}

/// What the comparison of one set asks of what others teach, with the answers that it got.
///
/// Lore that is still growing may answer otherwise in the end. A comparison that was made with it stands where each of
/// its answers does, so that few sets have to be compared again when all of them have been read.
package final class Inquiry<Subject: Lore>: Sendable {
    private let subject: Locked<Subject>
    private let answers = Locked<[Subject.Question: Subject.Answer]>([:])

    /// - Parameter subject: what is known so far; it may grow while it is asked.
    package init(_ subject: Locked<Subject>) {
        self.subject = subject
    }

    package convenience init(_ subject: Subject) {
        self.init(Locked(subject))
    }

    /// The first answer to a question is the answer to it from then on, whatever is learnt meanwhile.
    package func answer(_ question: Subject.Question) -> Subject.Answer {
        answers.withLock { answers in
            if let known = answers[question] { return known }
            let answer = subject.withLock { $0.answer(question) }
            answers[question] = answer
            return answer
        }
    }

    /// Whether other lore gives the same answers.
    package func holds(in other: Subject) -> Bool {
        answers.withLock { answers in answers.allSatisfy { other.answer($0.key) == $0.value } }
    }
}

extension Profile: Lore {
    /// What can be asked of a profile.
    package enum Question: Hashable, Sendable {
        /// Whether a locale keeps a text, by its key, more often than not.
        case keeps(text: UInt64)
        /// Whether a locale translates a text, by its key, nearly everywhere.
        case translates(text: UInt64)
        /// Whether a locale writes with less emphasis than the source on the whole, as one that uses quotation marks
        /// instead: then no single passage is drift.
        case dropsEmphasis(locale: String)
        /// Whether documents of a locale do without a key of the front matter, or, if it is empty, without front matter.
        case leavesOut(key: String, locale: String)
        /// Whether nearly all translations give a key the source's value; too few may have it to say.
        case keepsValue(key: String)
        /// Whether a locale translates the value of a key nearly everywhere.
        case translatesValue(key: String, locale: String)
    }

    /// Nil where too little was read to say.
    package func answer(_ question: Question) -> Bool? {
        switch question {
        case .keeps(let text): usage[text].map { $0.kept >= Usage.leastCount && $0.kept > $0.translated } ?? false
        case .translates(let text):
            usage[text].map { $0.translated >= Usage.leastCount && $0.translated >= 3 * $0.kept } ?? false
        case .dropsEmphasis(let locale):
            emphasis[locale].map { $0.translated >= 4 && 30 * $0.translated > $0.kept + $0.translated } ?? false
        case .leavesOut(let key, let locale): frontMatter.isLeftOut(key, locale: locale)
        case .keepsValue(let key): frontMatter.isKept(key)
        case .translatesValue(let key, let locale): frontMatter.isTranslated(key, locale: locale)
        }
    }
}

extension Inquiry<Profile> {
    /// Whether a locale keeps a text more often than not.
    func isKept(_ text: [UInt8], locale: LanguageTag) -> Bool {
        answer(.keeps(text: Profile.key(text, locale: locale.description))) == true
    }

    /// Whether a locale translates a text nearly everywhere.
    func isTranslated(_ text: [UInt8], locale: LanguageTag) -> Bool {
        answer(.translates(text: Profile.key(text, locale: locale.description))) == true
    }
}
