using Suite.Tests.Running;

[assembly: AssemblyFixture(typeof(SuiteFixture))]
// They share one suite, and some of them stop its parts.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
