namespace CityDay.Input;

/// <summary>How a file of another encoding becomes UTF-8.</summary>
internal static class Utf8Remedy
{
    public const string FromGb18030 = "Convert the file, for example: iconv -f GB18030 -t UTF-8";

    public const string FromUtf16 = "Convert the file, for example: iconv -f UTF-16 -t UTF-8";
}
