"""A client in another language: health, reflection, signing in and ListTasks over gRPC through the gateway.

usage: client.py HOST:PORT STUBS ACCOUNT PLAN   (the password comes on standard input)
STUBS is a folder of modules that protoc made from protos/. Prints what it saw as JSON.
"""
import importlib
import json
import sys

import google
import grpc


def stubs(folder):
    """The generated modules lie beside installed packages of the same names, google and grpc: look in both places."""
    sys.path.insert(0, folder)
    google.__path__.append(folder + "/google")
    grpc.__path__.append(folder + "/grpc")
    return {
        name: importlib.import_module(path)
        for name, path in {
            "health": "grpc.health.v1.health_pb2",
            "reflection": "grpc.reflection.v1.reflection_pb2",
            "auth": "suite.directory.v1.auth_pb2",
            "task": "suite.tasks.v1.task_pb2",
        }.items()
    }


def unary(channel, method, request, answer, token=None):
    call = channel.unary_unary(method, request_serializer=lambda m: m.SerializeToString(), response_deserializer=answer.FromString)
    return call(request, timeout=30, metadata=[("authorization", "Bearer " + token)] if token else [])


def list_services(channel, reflection):
    call = channel.stream_stream(
        "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
        request_serializer=lambda m: m.SerializeToString(),
        response_deserializer=reflection.ServerReflectionResponse.FromString,
    )
    answers = call(iter([reflection.ServerReflectionRequest(list_services="")]), timeout=30)
    return [service.name for answer in answers for service in answer.list_services_response.service]


def list_tasks(channel, task, plan, token):
    tasks, page = [], ""
    while True:
        request = task.ListTasksRequest(parent=plan, page_size=100, page_token=page)
        answer = unary(channel, "/suite.tasks.v1.TaskService/ListTasks", request, task.ListTasksResponse, token)
        tasks.extend(answer.tasks)
        page = answer.next_page_token
        if not page:
            return tasks


def refusal(channel, task, plan):
    try:
        list_tasks(channel, task, plan, None)
    except grpc.RpcError as error:
        return error.code().name
    return "OK"


def main():
    address, folder, account, plan = sys.argv[1:]
    password = sys.stdin.readline().strip()
    modules = stubs(folder)
    with grpc.insecure_channel(address, options=[("grpc.max_receive_message_length", 64 << 20)]) as channel:
        health = unary(channel, "/grpc.health.v1.Health/Check", modules["health"].HealthCheckRequest(), modules["health"].HealthCheckResponse)
        token = unary(
            channel, "/suite.directory.v1.AuthService/CreateToken",
            modules["auth"].CreateTokenRequest(account=account, password=password), modules["auth"].Token,
        ).access_token
        tasks = list_tasks(channel, modules["task"], plan, token)
        print(json.dumps({
            "health": health.status,
            "services": list_services(channel, modules["reflection"]),
            "tasks": len(tasks),
            "first": tasks[0].target if tasks else "",
            "withoutToken": refusal(channel, modules["task"], plan),
        }))


main()
