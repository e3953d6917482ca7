import DriftLanguage
import DriftLayout
import Testing

@testable import DriftEngine

@Suite struct ProjectFinderTests {
    /// Files by path; each holds nothing but where text is given.
    private func find(
        _ paths: [String], in texts: [String: String], workingFolder: String = "",
        _ change: (inout ProjectRequest) -> Void = { _ in }
    ) throws -> FoundProject {
        var request = ProjectRequest(paths: paths)
        change(&request)
        let files = OverlayFiles(texts.mapValues { Array($0.utf8) })
        return try ProjectFinder(files: files, workingFolder: workingFolder).find(request)
    }

    private func listing(_ project: FoundProject) -> [[String]] {
        project.layout.sets.map { set in set.members.map { "\($0.locale):\($0.path)" } }
    }

    private let repository = [
        ".git/HEAD": "", "docs/x.md": "", "docs/y.md": "", "i18n/de/docs/x.md": "", "i18n/de/docs/y.md": "",
        "i18n/fr/docs/x.md": "",
    ]

    @Test(arguments: ["docs/x.md", "i18n/fr/docs/x.md"])
    func aFileStandsForItsSet(path: String) throws {
        let project = try find([path], in: repository)
        #expect(listing(project) == [["en:docs/x.md", "de:i18n/de/docs/x.md", "fr:i18n/fr/docs/x.md"]])
        #expect(project.surroundings.count == 2)
    }

    @Test func aFileFromWithinAFolderFindsItsSet() throws {
        let moved = Dictionary(uniqueKeysWithValues: repository.map { ("../\($0.key)", $0.value) })
            .merging(["x.md": "", "y.md": ""]) { $1 }
        let project = try find(["y.md"], in: moved, workingFolder: "/home/me/site/docs")
        #expect(listing(project) == [["en:y.md", "de:../i18n/de/docs/y.md"]])
    }

    @Test func aFileOutsideFindsItsSetWithoutARepository() throws {
        let project = try find(
            ["../site-ja/a/x.md"], in: ["../site-ja/a/x.md": "", "../site-en/a/x.md": "", "../z/x.md": ""])
        #expect(listing(project) == [["en:../site-en/a/x.md", "ja:../site-ja/a/x.md"]])
    }

    @Test func rootsHaveTheirLocales() throws {
        let project = try find([], in: ["../one/x.md": "", "../two/x.md": "", "../two/de/x.md": ""]) { request in
            request.roots = [
                ProjectRequest.Root(locale: LanguageTag(language: "en"), folder: "../one/"),
                ProjectRequest.Root(locale: LanguageTag(language: "ja"), folder: "../two"),
            ]
        }
        #expect(listing(project) == [["en:../one/x.md", "ja:../two/x.md"]])
    }

    @Test func theConfigurationDecides() throws {
        let texts = [
            "driftlint.yml": "layout: [ 'text/{path}', 'l10n/{locale}/{path}' ]\nexclude: [ /text/old/ ]\n",
            "text/x.md": "", "l10n/de/x.md": "", "text/old/x.md": "", "l10n/de/old/x.md": "", "z.md": "", "z.fr.md": "",
        ]
        let project = try find(["."], in: texts)
        #expect(listing(project) == [["en:text/x.md", "de:l10n/de/x.md"]])
        #expect(project.excluded == ["text/old/x.md"])
        let free = try find(["."], in: texts) { $0.configuration = .none }
        #expect(listing(free).contains(["en:z.md", "fr:z.fr.md"]))
    }

    @Test func patternsAreRelativeToTheirFile() throws {
        let texts = [
            "../driftlint.yml": "layout: 'docs/{locale}/{path}'\n", "../docs/en/x.md": "", "../docs/de/x.md": "",
            "en/x.md": "", "de/x.md": "",
        ]
        let project = try find(["."], in: texts, workingFolder: "/home/me/docs")
        #expect(listing(project) == [["en:en/x.md", "de:de/x.md"]])
    }

    @Test func rootsOfTheConfigurationDiffer() throws {
        let texts = [
            "driftlint.yml": "source: en\nroots:\n  blog:\n    source: de\n    aliases: { zz: fr }\n",
            "blog/en/x.md": "",
            "blog/de/x.md": "", "blog/zz/x.md": "", "docs/en/x.md": "", "docs/de/x.md": "", "docs/zz/x.md": "",
        ]
        #expect(
            listing(try find(["."], in: texts)) == [
                ["de:blog/de/x.md", "en:blog/en/x.md", "fr:blog/zz/x.md"], ["en:docs/en/x.md", "de:docs/de/x.md"],
            ])
    }

    @Test func siteGeneratorsNameTheSource() throws {
        let texts = [
            "mkdocs.yml": "plugins:\n  - i18n:\n      default_language: de\n", "docs/x.md": "", "docs/x.en.md": "",
        ]
        let project = try find(["docs"], in: texts.merging([".git/HEAD": ""]) { $1 })
        #expect(listing(project) == [["de:docs/x.md", "en:docs/x.en.md"]])
        #expect(project.layout.sourceReason == "mkdocs.yml: default_language")
    }

    @Test func whatIsWrongIsThrown() {
        #expect(throws: ConfigurationError.self) { try find(["."], in: ["driftlint.yml": "a: b", "x.md": ""]) }
        #expect(throws: FileError.self) { try find(["none"], in: ["x.md": ""]) }
        #expect(throws: FileError.self) { try find(["."], in: ["x.md": ""]) { $0.configuration = .file("none.yml") } }
    }
}
