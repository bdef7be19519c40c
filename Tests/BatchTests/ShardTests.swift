import Testing

@testable import Batch

/// Parts of a batch.
@Suite struct ShardTests {
  @Test func `every row is in exactly one part, and the parts are about equally large`() throws {
    for count in [1, 2, 7, 64] {
      let shards = try (1...count).map { try #require(Shard($0, of: count)) }
      var sizes = [Int](repeating: 0, count: count)
      for number in 0..<20_000 {
        let holders = shards.indices.filter { shards[$0].holds("M-\(number)") }
        #expect(holders.count == 1)
        sizes[holders[0]] += 1
      }
      let mean = Double(20_000) / Double(count)
      #expect(sizes.allSatisfy { abs(Double($0) - mean) < 6 * mean.squareRoot() }, "\(count): \(sizes)")
    }
    // On every machine and in every version the same: a part that is gone on with must not meet other rows.
    let part = try #require(Shard("2/4"))
    #expect((1...12).filter { part.holds("M-\($0)") } == [1, 6, 8, 9])
  }

  @Test(arguments: ["0/4", "5/4", "1/0", "-1/4", "1", "1/2/3", "a/b", "", "1/ 2", "1/99999"])
  func `what is no part is none`(text: String) { #expect(Shard(text) == nil) }

  @Test func `a cluster names the part`() {
    func assigned(_ environment: [String: String]) -> Shard?? { Shard.assigned { environment[$0] } }
    #expect(assigned([:]) == .none)
    let slurm = ["SLURM_ARRAY_TASK_ID": "12", "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_COUNT": "4"]
    #expect(assigned(slurm) == .some(Shard(3, of: 4)))
    #expect(assigned(["SLURM_ARRAY_TASK_ID": "3", "SLURM_ARRAY_TASK_COUNT": "4"]) == .some(Shard(4, of: 4)))
    let steps = ["SLURM_ARRAY_TASK_ID": "14", "SLURM_ARRAY_TASK_MIN": "10", "SLURM_ARRAY_TASK_STEP": "2"]
    #expect(assigned(steps.merging(["SLURM_ARRAY_TASK_COUNT": "3"]) { $1 }) == .some(Shard(3, of: 3)))
    // Numbers with other gaps do not say which part it is.
    #expect(assigned(slurm.merging(["SLURM_ARRAY_TASK_ID": "20"]) { $1 }) == .some(nil))
    #expect(assigned(["SLURM_ARRAY_TASK_ID": "1"]) == .some(nil))
    #expect(assigned(["JOB_COMPLETION_INDEX": "3", "JOB_COMPLETIONS": "4"]) == .some(Shard(4, of: 4)))
    #expect(assigned(["JOB_COMPLETION_INDEX": "4", "JOB_COMPLETIONS": "4"]) == .some(nil))
    #expect(assigned(["JOB_COMPLETION_INDEX": "0"]) == .some(nil))
  }
}
