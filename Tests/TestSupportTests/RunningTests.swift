import Foundation
import TestSupport
import Testing

@Suite struct RunningTests {
  @Test func `a program's output, errors and status come back`() throws {
    let outcome = try Subprocess.run("sh", ["-c", "cat; echo wrong >&2; exit 3"], input: Data("typed".utf8))
    #expect(outcome.text == "typed")
    #expect(outcome.errors == "wrong\n")
    #expect(outcome.status == 3)
  }

  @Test func `more output than a pipe holds does not hang`() throws {
    let outcome = try Subprocess.run("sh", ["-c", "head -c 300000 /dev/zero; head -c 300000 /dev/zero >&2"])
    #expect(outcome.output.count == 300_000)
    #expect(outcome.errors.utf8.count == 300_000)
  }

  @Test func `a program that does not end is ended`() throws {
    #expect(throws: SubprocessError.self) { try Subprocess.run("sleep", ["30"], seconds: 0.2) }
  }

  @Test func `a program that a signal ends says so`() throws {
    #expect(try Subprocess.run("sh", ["-c", "kill -9 $$"]).status == -9)
  }

  @Test func `on a terminal a program sees a terminal, and reads what is typed`() throws {
    let script = "test -t 0 && test -t 1 && test -t 2 && read word && echo heard $word; exit 4"
    let outcome = try Subprocess.runOnTerminal("sh", ["-c", script], typed: "hello\n")
    #expect(outcome.text.contains("heard hello"))
    #expect(outcome.status == 4)
    let plain = try Subprocess.run("sh", ["-c", "test -t 0 || test -t 1 || echo no terminal"])
    #expect(plain.text == "no terminal\n")
  }

  @Test func `the seeded generator is the same on every machine`() {
    var random = SeededRandom(seed: 1_234_567)
    // The first values of the published reference implementation for this seed.
    #expect(
      [random.next(), random.next(), random.next()] == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ])
  }

  @Test func `a property that fails names its seed`() {
    struct Failure: Error {}
    let error = #expect(throws: PropertyFailure.self) {
      try withSeededRandom(count: 5, seed: 7) { random in if random.seed == 9 { throw Failure() } }
    }
    #expect(error?.seed == 9)
  }

  @Test func `a loop over nothing is an error`() {
    #expect(throws: EveryFailure.self) { try withEvery("country", in: [String]()) { _ in } }
  }
}
