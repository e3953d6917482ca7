import Testing

@testable import DriftAlignment

@Suite("Names in running text")
struct ProseNameTests {
    @Test(
        "are told from words",
        arguments: [
            ("Edit /etc/example/main.conf, then src/a/b.ts.", ["/etc/example/main.conf", "src/a/b.ts"]),
            ("Open C:\\Temp\\data.txt or config.yml.", ["C:\\Temp\\data.txt", "config.yml"]),
            ("Use -f or --dry-run.", ["-f", "--dry-run"]),
            ("Die --dry-run-Option, die PageList-Klasse", ["--dry-run", "PageList"]),
            ("Set FOO_BAR, max_size and log.level.set.", ["FOO_BAR", "max_size", "log.level.set"]),
            ("変数FOO_BARとPageListを設定", ["FOO_BAR", "PageList"]),
            ("team.one@example.org", ["team.one@example.org"]),
        ])
    func names(text: String, expected: [String]) {
        let names = ProseName.names(in: Array(text.utf8)).map { String(decoding: $0.text, as: UTF8.self) }
        #expect(names == expected)
    }

    @Test(
        "are no words with marks between them",
        arguments: [
            "and/or TCP/IP, e.g. 1.2.3 or 10/12/2020", "A -f alone, a well-known word -- and a dash",
            "https://example.org/a/b.ts", "Überschrift_größe", "PDFs, URLs, IDs", "etc. And so on... U.S. a@b @user",
        ])
    func noNames(text: String) {
        #expect(ProseName.names(in: Array(text.utf8)).map { String(decoding: $0.text, as: UTF8.self) } == [])
    }
}
