using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Tasks.Decomposition.Tests")]
