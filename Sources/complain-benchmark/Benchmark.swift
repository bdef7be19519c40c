import ComplaintKit

@main
enum Benchmark {
  static func main() { print(now()) }
}
