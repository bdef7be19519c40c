import Dispatch
import Synchronization

/// Works on the rows of a table with several threads and gives the results in the order of the rows.
///
/// What is in memory at a time is bounded: a few groups of rows a thread.
public struct RowPipeline: Sendable {
  /// How many rows a thread takes at once: enough that taking them costs nothing beside working on them.
  public static let group = 32
  /// How many rows are on their way at least, however few a thread takes.
  private static let least = 64

  private let workers: Int
  private let group: Int

  /// - Parameters:
  ///   - workers: how many threads work, beside the one that reads and takes.
  ///   - group: how many rows a thread takes at once.
  public init(workers: Int, group: Int = RowPipeline.group) {
    self.workers = max(1, workers)
    self.group = max(1, group)
  }

  /// Runs the pipeline to the end of the rows, or to the first error, in the order of the rows.
  ///
  /// - Parameters:
  ///   - next: gives the next row, on the calling thread.
  ///   - work: makes something of a row, on any thread.
  ///   - take: takes it, on the calling thread, in order.
  public func run<Result: Sendable>(
    _ next: () throws -> Row?, work: @escaping @Sendable (Row) throws -> Result, take: (Result) throws -> Void
  ) throws {
    let queue = DispatchQueue.global(qos: .userInitiated)
    // However many groups are on their way: no more threads work on them than were asked for.
    let room = DispatchSemaphore(value: workers)
    // Twice as many groups as threads: none waits while the oldest group is taken.
    let window = max(workers * 2, Self.least / group)
    var waiting: [Job<Result>] = []
    var isAtEnd = false
    // Whoever leaves by an error waits for what has begun: its rows must not outlive the call.
    defer { for job in waiting { job.done.wait() } }
    while !isAtEnd || !waiting.isEmpty {
      while !isAtEnd, waiting.count < window {
        let rows = try rows(next)
        isAtEnd = rows.count < group
        guard !rows.isEmpty else { break }
        let job = Job<Result>()
        waiting.append(job)
        room.wait()
        queue.async {
          job.run(rows, work)
          room.signal()
        }
      }
      guard let first = waiting.first else { break }
      first.done.wait()
      waiting.removeFirst()
      for result in try first.results() { try take(result) }
    }
  }

  private func rows(_ next: () throws -> Row?) throws -> [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(group)
    while rows.count < group, let row = try next() { rows.append(row) }
    return rows
  }

  /// One group of rows on its way.
  private final class Job<Result: Sendable>: Sendable {
    let done = DispatchSemaphore(value: 0)
    private let state = Mutex<(results: [Result], error: (any Error)?)>(([], nil))

    func run(_ rows: [Row], _ work: (Row) throws -> Result) {
      var results: [Result] = []
      results.reserveCapacity(rows.count)
      var failure: (any Error)?
      for row in rows where failure == nil {
        do { results.append(try work(row)) } catch { failure = error }
      }
      let (made, error) = (results, failure)
      state.withLock { $0 = (made, error) }
      done.signal()
    }

    /// The results of the rows before an error are lost with it: a run that fails has no result.
    func results() throws -> [Result] {
      try state.withLock { state in
        if let error = state.error { throw error }
        defer { state.results = [] }
        return state.results
      }
    }
  }
}
