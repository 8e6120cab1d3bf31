Console.WriteLine("GridGov");
