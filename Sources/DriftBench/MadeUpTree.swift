/// A repository of made-up documentation.
enum MadeUpTree {
    static let languages = [
        "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "ro", "hu", "tr", "el", "uk", "ru",
        "ja",
        "ko", "vi", "id", "th", "he", "ar", "fa", "hi", "bn", "bg", "hr", "sk", "sl", "sr", "lt", "lv", "et", "nb",
        "ca",
        "gl", "eu", "af", "sw", "ms", "ta", "te", "mr", "ur", "kk", "az", "hy", "ka", "mn", "ne", "km", "lo", "my",
        "si",
        "is", "ga", "cy",
    ]

    /// Writes pages of about 6 KB each.
    static func write(sets: Int, locales: Int, to folder: ScratchFolder) throws {
        for locale in languages.prefix(locales) {
            for number in 0..<sets {
                let text = MadeUpText.page(number, sections: 8, isTarget: locale != "en")
                try folder.write(text, to: "docs/\(locale)/part\(number / 40)/page\(number).md")
            }
        }
    }
}
