/// Words of made-up languages, the same ones each time: one of the sources and one of the translations.
enum MadeUpText {
    static func prose(_ index: Int, _ isTarget: Bool) -> String {
        (0..<5).map { phrase(index * 11 + $0 * 3, isTarget) + " \(word(index + $0, isTarget))" }
            .joined(separator: isTarget ? " und " : " and ") + " in \(index % 40 + 1980)."
    }

    /// A made-up word for each number.
    static func word(_ number: Int, _ isTarget: Bool = false) -> String {
        let syllables =
            isTarget
            ? ["bu", "dor", "gim", "ken", "lau", "mos", "rad", "tze"]
            : ["ba", "del", "fi", "gor", "hal", "ne", "pi", "su"]
        var (rest, text) = (number, "")
        repeat {
            text += syllables[rest % 8]
            rest /= 8
        } while rest > 0
        return text
    }

    static func phrase(_ number: Int, _ isTarget: Bool) -> String {
        "\(word(number * 37 + 5, isTarget)) \(word(number * 101 + 3, isTarget)) \(word(number, isTarget))"
    }

    static func locales(_ count: Int) -> [String] {
        let languages = [
            "de", "fr", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "ja", "ko", "zh", "ru", "uk",
        ]
        let letters = (0..<26).map { String(UnicodeScalar(UInt8(65 + $0))) }
        let tags = languages.flatMap { language in
            letters.flatMap { first in letters.map { "\(language)-\(first)\($0)" } }
        }
        return ["en"] + tags.prefix(count - 1)
    }

    /// A page as documentation has them: front matter, sections with prose, lists, links, code and a table.
    static func page(_ number: Int, sections: Int, isTarget: Bool) -> String {
        var text =
            "---\ntitle: \(phrase(number, isTarget))\nweight: \(number % 50)\n---\n\n# \(phrase(number, isTarget))\n\n"
        for section in 0..<sections {
            let seed = number * 31 + section * 7
            text += "## \(phrase(seed, isTarget))\n\n\(prose(seed, isTarget))\n\n"
            text += "See [\(word(seed, isTarget))](page\(seed % 9).md) and `option_\(seed % 977)`.\n\n"
            for item in 0..<4 { text += "- \(phrase(seed + item, isTarget)) in **\(word(item, isTarget))** steps\n" }
            text +=
                "\n```sh\nrun --part=\(seed) --file out-\(section).txt\n```\n\n| \(word(3, isTarget)) | \(word(9, isTarget)) |\n|---|---|\n"
            for row in 0..<4 { text += "| \(row + 1).\(section) | \(phrase(seed + row * 3, isTarget)) |\n" }
            text += "\n"
        }
        return text
    }
}
