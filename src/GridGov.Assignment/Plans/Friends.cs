using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("GridGov.Assignment.Tests")]
