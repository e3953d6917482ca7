import DriftText

/// The value readers of a run's locales, each made when it is first asked for.
package final class ValueReaders: Sendable {
    private let readers = Locked<[LanguageTag: ValueReader]>([:])

    package init() {}

    package subscript(locale: LanguageTag) -> ValueReader {
        readers.withLock { readers in
            if let reader = readers[locale] { return reader }
            let reader = ValueReader(locale: locale)
            readers[locale] = reader
            return reader
        }
    }
}
