// The contract has a message called Task; in this project the word alone means the one that is awaited.
global using Task = System.Threading.Tasks.Task;
