using System.Text;
using Neighbourhood;

// Neighbourhood [FOLDER]: one imaginary compound over the year 2026; writes neighbourhood.html into the folder.
Console.OutputEncoding = Encoding.UTF8;
if (args.Length > 1 || args is ["--help" or "-h"])
{
    Console.WriteLine("Neighbourhood [FOLDER]   plays a compound's year and writes neighbourhood.html into the folder (out unless given)");
    return args.Length > 1 ? 2 : 0;
}

var folder = args is [var named] ? named : "out";
var chapters = new Year().Play();
foreach (var chapter in chapters)
{
    Console.WriteLine($"\n{chapter.Title}");
    foreach (var line in chapter.Lines)
        Console.WriteLine($"  {line.ReplaceLineEndings("\n  ")}");
}

try
{
    Directory.CreateDirectory(folder);
    var path = Path.Combine(folder, "neighbourhood.html");
    File.WriteAllText(path, Page.Of(chapters));
    Console.WriteLine($"\nWritten to {path}: open it in a browser.");
    return 0;
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"{e.Message}\nGive another folder.");
    return 2;
}
