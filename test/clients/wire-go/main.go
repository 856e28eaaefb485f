// A worker that knows Temporal and the wire contract, and nothing of Orkestra's SDKs.
package main

import (
	"fmt"
	"log"
	"os"
	"time"

	"github.com/google/uuid"
	"go.temporal.io/sdk/client"
	"go.temporal.io/sdk/converter"
	"go.temporal.io/sdk/temporal"
	"go.temporal.io/sdk/worker"
	"go.temporal.io/sdk/workflow"
)

type input struct {
	Question string `json:"question"`
}

type taskClosed struct {
	TaskID  string         `json:"taskId"`
	Outcome string         `json:"outcome"`
	Data    map[string]any `json:"data"`
	Omitted bool           `json:"omitted"`
}

type taskRef struct {
	TaskID string      `json:"taskId"`
	Closed *taskClosed `json:"closed"`
}

// region ask
func ask(ctx workflow.Context, given input) (map[string]any, error) {
	ctx, err := withOrigin(ctx)
	if err != nil {
		return nil, err
	}
	decisions := workflow.GetSignalChannel(ctx, "orkestra.taskClosed")
	var key string
	draw := func(workflow.Context) any { return uuid.NewString() }
	if err := workflow.SideEffect(ctx, draw).Get(&key); err != nil {
		return nil, err
	}
	spec := map[string]any{
		"title":    given.Question,
		"form":     map[string]any{"answer": map[string]any{"type": "text", "required": true}},
		"assignTo": map[string]any{"group": "support-l1"},
	}
	var ref taskRef
	request := map[string]any{"requestKey": key, "spec": spec}
	if err := workflow.ExecuteActivity(ctx, "createTask", request).Get(ctx, &ref); err != nil {
		return nil, err
	}
	for ref.Closed == nil {
		var closed taskClosed
		decisions.Receive(ctx, &closed)
		if closed.TaskID == ref.TaskID {
			ref.Closed = &closed
		}
	}
	if ref.Closed.Omitted {
		of := map[string]any{"taskId": ref.TaskID}
		if err := workflow.ExecuteActivity(ctx, "readTaskResult", of).Get(ctx, ref.Closed); err != nil {
			return nil, err
		}
	}
	result := map[string]any{"outcome": ref.Closed.Outcome, "answer": ref.Closed.Data["answer"]}
	ending := map[string]any{"status": "completed", "result": result}
	return result, workflow.ExecuteActivity(ctx, "closeExecution", ending).Get(ctx, nil)
}

// endregion

// withOrigin takes tenant and queue from the memo, and has every activity go to the server.
func withOrigin(ctx workflow.Context) (workflow.Context, error) {
	memo := map[string]any{}
	field, ok := workflow.GetInfo(ctx).Memo.GetFields()["orkestra"]
	if !ok {
		return ctx, temporal.NewNonRetryableApplicationError("Start it through Orkestra.", "workflow.no_tenant", nil)
	}
	if err := converter.GetDefaultDataConverter().FromPayload(field, &memo); err != nil {
		return ctx, err
	}
	queue := "orkestra"
	if named, ok := memo["taskQueue"].(string); ok {
		queue = named
	}
	delete(memo, "taskQueue")
	options := workflow.ActivityOptions{
		TaskQueue:           queue,
		StartToCloseTimeout: 30 * time.Second,
		RetryPolicy: &temporal.RetryPolicy{
			InitialInterval: 500 * time.Millisecond, BackoffCoefficient: 2, MaximumInterval: 30 * time.Second,
		},
	}
	return workflow.WithActivityOptions(workflow.WithValue(ctx, originKey{}, memo), options), nil
}

func main() {
	c, err := client.Dial(client.Options{
		HostPort:           os.Getenv("TEMPORAL_ADDRESS"),
		Namespace:          os.Getenv("TEMPORAL_NAMESPACE"),
		ContextPropagators: []workflow.ContextPropagator{origin{}},
	})
	if err != nil {
		log.Fatal(err)
	}
	defer c.Close()
	w := worker.New(c, "orkestra:wire-go", worker.Options{})
	w.RegisterWorkflowWithOptions(ask, workflow.RegisterOptions{Name: "go-question"})
	fmt.Println("ready")
	if err := w.Run(worker.InterruptCh()); err != nil {
		log.Fatal(err)
	}
}
