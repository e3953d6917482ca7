import Testing

@testable import DriftRules

/// Terms found in texts, one by one and all at once.
@Suite struct TermIndexTests {
    private func found(_ terms: [String], _ text: String) throws -> [String] {
        var index = TermIndex()
        for (owner, term) in terms.enumerated() { index.add(try #require(TermForm(term)), owner: owner) }
        let text = TermText(Array(text.utf8))
        return index.occurrences(in: text).map {
            String(decoding: text.bytes[text.range(of: $0.tokens)], as: UTF8.self)
        }
    }

    @Test(arguments: [
        (["user", "user name"], "A user\nname, a USER.", ["user\nname", "USER"]),
        (["IT"], "IT and it, IT's", ["IT", "IT"]),
        (["log"], "login, blog, log-in", ["log"]), (["log*"], "login, blog, Logs", ["login", "Logs"]),
        (["c* plan*"], "crafty plans, c plan", ["crafty plans", "c plan"]),
        (["e-mail"], "E-Mails an e-mail", ["e-mail"]),
        (["用户", "用户名"], "请输入用户名和用户。", ["用户名", "用户"]), (["API"], "このAPIを使うAPIs", ["API"]),
        (["서버"], "서버를 새서버", ["서버", "서버"]), (["user’s guide"], "the user's guide", ["user's guide"]),
        (["C++"], "C++ and C", ["C++"]),
        (["ÉTÉ*"], "l’ÉTÉ été ÉTÉS", ["ÉTÉ", "ÉTÉS"]),
    ])
    func finds(_ terms: [String], _ text: String, _ places: [String]) throws {
        #expect(try found(terms, text) == places)
    }

    @Test(arguments: ["", " ", "*", "--", "!?", String(repeating: "a ", count: 61), String(repeating: "a", count: 201)])
    func whatIsNoTermIsNone(_ text: String) {
        #expect(TermForm(text) == nil)
    }

    /// The index finds what trying each form at each word finds.
    @Test(arguments: 1...40)
    func agreesWithASearchFormByForm(_ seed: Int) throws {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        func below(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        func words(_ known: [String], _ count: Int) -> String {
            (0...below(count)).map { _ in known[below(known.count)] }.joined(separator: " ")
        }
        let forms = (0..<8).compactMap { _ in TermForm(words(["a", "ab", "a*", "ab*", "B", "用"], 3)) }
        let text = TermText(Array(words(["a", "ab", "abc", "b", "B", "用"], 20).utf8))
        var index = TermIndex()
        for (owner, form) in forms.enumerated() { index.add(form, owner: owner) }
        var expected: [Range<Int>] = []
        var start = 0
        while start < text.tokens.count {
            let length = forms.filter { fits($0, text, start) }.map(\.tokens.count).max() ?? 0
            if length > 0 { expected.append(start..<start + length) }
            start += max(1, length)
        }
        #expect(index.occurrences(in: text).map(\.tokens) == expected)
    }

    private func fits(_ form: TermForm, _ text: TermText, _ start: Int) -> Bool {
        guard start + form.tokens.count <= text.tokens.count else { return false }
        return form.tokens.indices.allSatisfy { index in
            let (token, word) = (form.tokens[index], text.folded(start + index))
            guard token.isStem ? word.starts(with: token.folded) : word == token.folded else { return false }
            return token.exact.isEmpty || text.exact(start + index).starts(with: token.exact)
        }
    }
}
